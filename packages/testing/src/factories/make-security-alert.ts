import type { TestDatabase } from '../test-database.ts';
import { insertRow, nextNumber } from './insert.ts';

/** An open alert about the sign-ins of one audience: about an account, or about an address. */
export async function makeSecurityAlert(
  db: TestDatabase,
  input: { audience?: 'STAFF' | 'CUSTOMER'; accountId?: string; detail?: object } = {},
): Promise<{ id: string }> {
  const { audience = 'STAFF', accountId, detail = {} } = input;
  const values = {
    kind: accountId === undefined ? 'PASSWORD_SPRAYING' : 'PASSWORD_CLOSED',
    audience,
    subject: accountId ?? `203.0.113.${nextNumber()}`,
    account_id: accountId,
    detail: JSON.stringify(detail),
  };
  return insertRow<{ id: string }>(db, 'security_alert', values, 'id');
}
