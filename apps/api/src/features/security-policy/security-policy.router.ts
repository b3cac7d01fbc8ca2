import { createRouter } from '../../trpc/procedure.ts';
import { getSecurityPolicy } from './get-security-policy.ts';
import { previewSecurityPolicy } from './preview-security-policy.ts';
import { updateSecurityPolicy } from './update-security-policy.ts';

export const securityPolicyRouter = createRouter({
  get: getSecurityPolicy,
  preview: previewSecurityPolicy,
  update: updateSecurityPolicy,
});
