import { createTestDatabase, makeInvitation, makeSession, makeStaff } from '@sallyport/testing';
import { expect, test } from 'vitest';
import { FileStore } from '../files/file-store.ts';
import { createLogger } from '../log.ts';
import { testMailTools } from '../mail/testing/test-mail-tools.ts';
import { purgeSignIns } from './purge-sign-ins.ts';
import { jobContext } from './run-jobs.ts';

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

test('S6, S10: removes what is over and keeps what may still be used or looked at', async () => {
  await using db = await createTestDatabase();
  const account = await makeStaff(db);
  const days = async (table: string, column: string) => {
    const { rows } = await db.owner.query<{ days: number }>(
      `SELECT round(extract(epoch FROM app.now() - ${column}) / 86400)::int AS days FROM ${table} ORDER BY days`,
    );
    return rows.map((row) => row.days);
  };
  for (const expiresAt of [ago(2), ago(-1)]) {
    await db.owner.query(
      `INSERT INTO passkey_challenge (audience, purpose, challenge, expires_at) VALUES ('STAFF', 'SIGN_IN', decode(md5($1::text) || md5($1::text), 'hex'), $2)`,
      [expiresAt.toISOString(), expiresAt],
    );
    await db.owner.query(
      `INSERT INTO pending_sign_in (secret_hash, account_id, audience, auth_epoch, expires_at)
       VALUES (sha256(convert_to($1::text, 'UTF8')), $2, 'STAFF', 1, $3)`,
      [expiresAt.toISOString(), account.id, expiresAt],
    );
  }
  for (const expiresAt of [ago(15), ago(2), ago(-1)]) await makeInvitation(db, account, { expiresAt });
  for (const usedAt of [ago(366), ago(364)]) {
    await db.owner.query(
      'INSERT INTO known_device (account_id, secret_hash, last_used_at) VALUES ($1, sha256(convert_to($2::text, $3)), $4)',
      [account.id, usedAt.toISOString(), 'UTF8', usedAt],
    );
  }
  for (const endedAt of [ago(31), ago(29), null]) {
    const { id } = await makeSession(db, account);
    if (endedAt) {
      await db.owner.query(`UPDATE session SET ended_at = $2, end_reason = 'SIGNED_OUT' WHERE id = $1`, [
        id,
        endedAt,
      ]);
    }
  }
  const context = jobContext({
    db: db.jobs,
    files: new FileStore({ folder: '/nonexistent', keys: { INSIDE: null, PORTAL: Buffer.alloc(32) } }),
    log: createLogger(() => undefined),
    mail: testMailTools(),
    requestId: 'test',
    isLastAttempt: false,
    signal: new AbortController().signal,
  });
  await purgeSignIns.run(null, context);
  expect(await days('passkey_challenge', 'expires_at')).toEqual([-1]);
  expect(await days('pending_sign_in', 'expires_at')).toEqual([-1]);
  expect(await days('one_time_link', 'expires_at')).toEqual([-1, 2]);
  expect(await days('known_device', 'last_used_at')).toEqual([364]);
  expect(await days('session', 'coalesce(ended_at, app.now())')).toEqual([0, 29]);
});
