import { nameSkeleton } from '@sallyport/db';
import { uuidv7 } from 'uuidv7';
import type { TestDatabase } from '../test-database.ts';
import { insertRow, nextNumber } from './insert.ts';

export interface TestGroup {
  id: string;
  audience: 'STAFF' | 'CUSTOMER';
  key: string | null;
  name: string;
  version: number;
}

export interface GroupInput {
  audience?: 'STAFF' | 'CUSTOMER';
  name?: string;
  key?: string;
  purpose?: string;
  isAssignable?: boolean;
  requiresAccountExpiry?: boolean;
  expiresAt?: Date;
  grants?: readonly { permission: string; reach?: 'ALL' | 'ASSIGNED' | null }[];
}

/** A group with these grants; of staff unless told otherwise. */
export async function makeGroup(db: TestDatabase, input: GroupInput = {}): Promise<TestGroup> {
  const name = input.name ?? `Group ${nextNumber()}`;
  const audience = input.audience ?? 'STAFF';
  const group = await insertRow<TestGroup>(
    db,
    'access_group',
    {
      id: uuidv7(),
      audience,
      key: input.key,
      name,
      name_skeleton: nameSkeleton(name),
      purpose: input.purpose ?? 'Made for a test.',
      is_assignable: input.isAssignable,
      requires_account_expiry: input.requiresAccountExpiry,
      expires_at: input.expiresAt,
    },
    'id, audience, key, name, version',
  );
  for (const { permission, reach } of input.grants ?? []) {
    await insertRow(
      db,
      'group_grant',
      { group_id: group.id, audience, permission, reach: reach ?? null },
      'group_id',
    );
  }
  return group;
}

/** A group of the seed or of a test, by key, name or id. */
export async function findGroup(db: TestDatabase, keyNameOrId: string): Promise<TestGroup> {
  const { rows } = await db.owner.query<TestGroup>(
    'SELECT id, audience, key, name, version FROM access_group WHERE key = $1 OR name = $1 OR id::text = $1',
    [keyNameOrId],
  );
  const [group] = rows;
  if (!group) throw new Error(`There is no group "${keyNameOrId}".`);
  return group;
}
