import { ErrorCode } from '@sallyport/contracts/common';
import { SecurityPolicy, UpdateSecurityPolicyInput } from '@sallyport/contracts/staff';
import {
  capLiveSessions,
  readSecurityPolicy,
  updateSecurityPolicy as savePolicy,
} from '@sallyport/db/identity';
import { changedValues } from '../../audit/changed-values.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { securityPolicyView } from './security-policy-view.ts';

/** A13: saves the policy. New sessions get the new limits; live ones are shortened to them, never lengthened. */
export const updateSecurityPolicy = procedure
  .staff({ permission: null, action: 'securityPolicy.update', changesAccess: true })
  .input(UpdateSecurityPolicyInput)
  .output(SecurityPolicy)
  .mutation(async ({ tx, call, input: { version, ...fields } }) => {
    call.authorize({ action: 'securityPolicy.update' });
    const before = await readSecurityPolicy(tx);
    if (before.version !== version) throw new AppError(ErrorCode.StaleEdit);
    // S2: people have chosen passwords by the longer rule; to take it back would tell nobody and help an attacker alone.
    if (fields.passwordMinimum < before.passwordMinimum) {
      const message = `The shortest password can only be raised. It is ${before.passwordMinimum} now.`;
      const fieldProblems = [{ path: 'passwordMinimum', message }];
      throw new AppError(ErrorCode.InvalidInput, { userMessage: message, fields: fieldProblems });
    }
    const shortened = await capLiveSessions(tx, fields);
    if (!(await savePolicy(tx, version, fields))) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'security-policy.updated',
      objectType: 'policy',
      objectId: null,
      ...changedValues(before, fields, { shortenedSessions: shortened }),
    });
    return securityPolicyView(await readSecurityPolicy(tx));
  });
