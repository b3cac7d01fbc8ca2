import { CUSTOMER_STARTING_GROUPS } from '@sallyport/contracts/portal';
import { STAFF_STARTING_GROUPS } from '@sallyport/contracts/staff';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { nameSkeleton } from './name-skeleton.ts';
import { withClient } from './owner-client.ts';

/** Name of the internal company until the set-up gives it the firm's. */
export const STARTING_FIRM_NAME = 'Your firm';

interface SeededGroup {
  audience: 'STAFF' | 'CUSTOMER';
  key: string | null;
  name: string;
  purpose: string;
  isAssignable: boolean;
  requiresAccountExpiry: boolean;
  grants: readonly { permission: string; reach: string | null }[];
}

const GROUPS: readonly SeededGroup[] = [
  ...STAFF_STARTING_GROUPS.map((group) => ({ ...group, audience: 'STAFF' as const })),
  ...CUSTOMER_STARTING_GROUPS.map((group) => ({
    ...group,
    audience: 'CUSTOMER' as const,
    isAssignable: false,
    grants: group.grants.map((permission) => ({ permission, reach: null })),
  })),
];

/**
 * On the very first start: the installation's row, the internal company and the starting groups. Later it does nothing,
 * so that what people changed or deleted stays so. Returns whether it was the first. Safe from several processes.
 */
export function seedInstallation(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    await client.query('BEGIN');
    try {
      const isFirst = await insertInstallation(client);
      await client.query('COMMIT');
      return isFirst;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
}

async function insertInstallation(client: pg.Client): Promise<boolean> {
  // Another process that seeds at the same moment waits here and then finds the row.
  const { rowCount } = await client.query('INSERT INTO installation (id) VALUES (1) ON CONFLICT DO NOTHING');
  if (rowCount === 0) return false;
  await client.query(`INSERT INTO company (id, kind, name) VALUES ($1, 'INTERNAL', $2)`, [
    uuidv7(),
    STARTING_FIRM_NAME,
  ]);
  for (const group of GROUPS) {
    const id = uuidv7();
    await client.query(
      `INSERT INTO access_group (id, audience, key, name, name_skeleton, purpose, is_assignable, requires_account_expiry)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        group.audience,
        group.key,
        group.name,
        nameSkeleton(group.name),
        group.purpose,
        group.isAssignable,
        group.requiresAccountExpiry,
      ],
    );
    await client.query(
      `INSERT INTO group_grant (group_id, audience, permission, reach)
       SELECT $1, $2, g.permission, g.reach FROM unnest($3::text[], $4::text[]) AS g (permission, reach)`,
      [
        id,
        group.audience,
        group.grants.map((grant) => grant.permission),
        group.grants.map((grant) => grant.reach),
      ],
    );
  }
  return true;
}
