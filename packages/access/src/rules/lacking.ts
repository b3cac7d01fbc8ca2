import type { StaffGrant } from '@sallyport/contracts/staff';
import { type PermissionSet, staffSet } from '../sets/staff-set.ts';
import type { Refusal } from '../verdict.ts';
import { wordsForGrants } from '../words.ts';

/**
 * Refusals that name what is missing. The sentence depends on the missing bits alone, of which there are few hundred, so
 * each is written once: refusing is then as cheap as allowing, and a flood of refused requests costs nothing extra.
 */
export function lacking(
  rule: string,
  sentence: (missing: string) => string,
): (wanted: PermissionSet, held: PermissionSet) => Refusal {
  const written = new Map<number, Refusal>();
  return (wanted, held) => {
    const key = wanted & ~held;
    const known = written.get(key);
    if (known !== undefined) return known;
    const missing: readonly StaffGrant[] = Object.freeze(staffSet.difference(wanted, held));
    const refusal = Object.freeze({ rule, message: sentence(wordsForGrants(missing)), missing });
    written.set(key, refusal);
    return refusal;
  };
}
