import type { TestDatabase } from '@sallyport/testing';

interface StoredGroup {
  version: number;
  name: string;
  purpose: string;
  audience: 'STAFF' | 'CUSTOMER';
  grants: { permission: string; reach: string | null }[];
}

const NO_GROUP: StoredGroup = {
  version: 1,
  name: 'No group',
  purpose: 'None.',
  audience: 'STAFF',
  grants: [],
};

/** A group as the editor would send it back unchanged; made up when there is none. */
export async function groupAsSent(db: TestDatabase, id: string): Promise<Record<string, unknown>> {
  const { rows } = await db.owner.query<StoredGroup>(
    `SELECT version, name, purpose, audience, (SELECT coalesce(jsonb_agg(jsonb_build_object(
       'permission', permission, 'reach', reach)), '[]') FROM group_grant WHERE group_id = g.id) AS grants
     FROM access_group AS g WHERE id = $1`,
    [id],
  );
  const { version, name, purpose, audience, grants } = rows[0] ?? NO_GROUP;
  return {
    version,
    name,
    purpose,
    grants:
      audience === 'STAFF'
        ? { audience, staff: grants }
        : { audience, customer: grants.map(({ permission }) => permission) },
  };
}
