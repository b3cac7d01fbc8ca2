import { SecurityPolicy } from '@sallyport/contracts/staff';
import { readSecurityPolicy } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { securityPolicyView } from './security-policy-view.ts';

/** What is decided for the whole installation (A13). */
export const getSecurityPolicy = procedure
  .staff({ permission: null, action: 'securityPolicy.read' })
  .input(NoInput)
  .output(SecurityPolicy)
  .query(async ({ tx, call }) => {
    call.authorize({ action: 'securityPolicy.read' });
    return securityPolicyView(await readSecurityPolicy(tx));
  });
