import { PreviewSecurityPolicyInput, SecurityPolicyEffect } from '@sallyport/contracts/staff';
import { readSecurityPolicy, securityPolicyEffect } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';

/** A9: what saving would do, before it is saved. */
export const previewSecurityPolicy = procedure
  .staff({ permission: null, action: 'securityPolicy.read' })
  .input(PreviewSecurityPolicyInput)
  .output(SecurityPolicyEffect)
  .query(async ({ tx, call, input }) => {
    call.authorize({ action: 'securityPolicy.read' });
    const before = await readSecurityPolicy(tx);
    const { adminsWithoutFactor, ...effect } = await securityPolicyEffect(tx, input);
    // Admins owe one in any case (S5): a change of the policy adds the others.
    const added = effect.staffWithoutFactor - adminsWithoutFactor;
    const isNew = input.isStaffFactorRequired && !before.isStaffFactorRequired;
    return { ...effect, staffToEnrol: isNew ? added : 0 };
  });
