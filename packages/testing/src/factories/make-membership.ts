import type { TestDatabase } from '../test-database.ts';
import { insertRow } from './insert.ts';
import { findGroup } from './make-group.ts';

export interface MembershipInput {
  account: { id: string; audience: 'STAFF' | 'CUSTOMER' };
  /** Key, name or id. */
  group: string;
  grantedById?: string;
  reason?: string;
  expiresAt?: Date | null;
}

/** Puts an account into a group of its own audience. Returns the group's id. */
export async function makeMembership(db: TestDatabase, input: MembershipInput): Promise<string> {
  const group = await findGroup(db, input.group);
  await insertRow(
    db,
    'membership',
    {
      group_id: group.id,
      account_id: input.account.id,
      audience: input.account.audience,
      granted_by_id: input.grantedById,
      reason: input.reason ?? 'For a test',
      expires_at: input.expiresAt,
    },
    'group_id',
  );
  return group.id;
}
