import { createRouter } from '../../trpc/procedure.ts';
import { getAddressRules } from './get-address-rules.ts';
import { previewAddressRules } from './preview-address-rules.ts';
import { updateAddressRules } from './update-address-rules.ts';

export const addressRulesRouter = createRouter({
  get: getAddressRules,
  preview: previewAddressRules,
  update: updateAddressRules,
});
