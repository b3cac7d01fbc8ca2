import type { SecurityPolicy } from '@sallyport/contracts/staff';
import type { SecurityPolicyRecord } from '@sallyport/db/identity';
import { iso } from '../wire.ts';

export function securityPolicyView({ updatedAt, ...policy }: SecurityPolicyRecord): SecurityPolicy {
  return { ...policy, updatedAt: iso(updatedAt) };
}
