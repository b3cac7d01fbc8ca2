import { makeToken, type TestDatabase } from '@sallyport/testing';

/** Everything that a token may carry, so that what its owner holds decides. */
const WIDE = [
  { permission: 'manage-projects', reach: 'ALL' },
  { permission: 'assign-projects', reach: 'ALL' },
  { permission: 'manage-users', reach: null },
  { permission: 'manage-customers', reach: null },
  { permission: 'manage-companies', reach: null },
] as const;

/** A token of a staff account, whole as it is sent. */
export async function makeBearer(
  db: TestDatabase,
  account: { id: string },
  input: Parameters<typeof makeToken>[2] = {},
): Promise<{ id: string; secret: string }> {
  const { id, secret } = await makeToken(db, account, { scopes: WIDE, ...input });
  return { id, secret: `sp_${id}_${secret}` };
}
