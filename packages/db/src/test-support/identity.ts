import { randomBytes } from 'node:crypto';
import { makePasskey, type TestAccount, type TestDatabase } from '@sallyport/testing';

/** One row of every table about identity that an account can have, so that a leak of any of them would show. */
export async function makeIdentityRows(db: TestDatabase, account: TestAccount): Promise<void> {
  await makePasskey(db, account);
  const insert = (table: string, values: Record<string, unknown>) => {
    const columns = Object.keys(values);
    const places = columns.map((_, index) => `$${index + 1}`);
    return db.owner.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(values),
    );
  };
  const owner = { account_id: account.id };
  const later = new Date(Date.now() + 600_000);
  await insert('recovery_code', { ...owner, code_hash: randomBytes(32) });
  await insert('known_device', { ...owner, secret_hash: randomBytes(32) });
  await insert('totp_factor', { ...owner, sealed_seed: randomBytes(60) });
  await insert('passkey_challenge', {
    ...owner,
    audience: account.audience,
    purpose: 'CONFIRM',
    challenge: randomBytes(32),
    expires_at: later,
  });
  await insert('pending_sign_in', {
    ...owner,
    audience: account.audience,
    auth_epoch: 1,
    secret_hash: randomBytes(32),
    expires_at: later,
  });
  await insert('address_rule', { ...owner, level: 'ACCOUNT', network: '0.0.0.0/0' });
  await insert('company_policy', { company_id: account.companyId });
  await insert('mail', {
    ...owner,
    door: 'PORTAL',
    kind: 'test',
    recipient: account.email,
    sealed: randomBytes(40),
  });
  await insert('security_alert', { ...owner, kind: 'TEST', audience: account.audience, subject: account.id });
}
