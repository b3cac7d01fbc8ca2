import { createHash, randomBytes } from 'node:crypto';
import { createTestDatabase, makeCustomer, type TestAccount, type TestDatabase } from '@sallyport/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asDoor, newSecret, signIn } from '../test-support/doors.ts';
import { beginChallenge, beginPasskey, finishPasskey } from './passkey.ts';
import { beginFactor, finishFactor } from './second-factor.ts';

/** What follows is said under the portal's own role, as whoever could send SQL there would say it. */
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

const bytes = (length: number) => new Uint8Array(randomBytes(length));
const sha256 = (plain: Uint8Array) => createHash('sha256').update(plain).digest();
const session = () => ({
  sessionId: uuidv7(),
  secret: newSecret(),
  deviceSecret: null,
  userAgent: null,
  requestId: 'r',
});

async function liveSessions({ id }: TestAccount): Promise<number> {
  const { rows } = await db.owner.query(
    'SELECT count(*)::int AS n FROM session WHERE account_id = $1 AND ended_at IS NULL',
    [id],
  );
  return rows[0].n;
}

describe('S5: the database believes only who can open what is sealed', () => {
  test('S5 refuses a step without the seed, or with another, and allows it with the seed', async () => {
    const account = await makeCustomer(db);
    const seed = bytes(20);
    await db.owner.query(
      'INSERT INTO totp_factor (account_id, sealed_seed, proof, confirmed_at) VALUES ($1, $2, $3, app.now())',
      [account.id, randomBytes(48), sha256(seed)],
    );
    const { rows } = await db.owner.query(`SELECT floor(extract(epoch FROM app.now()) / 30)::int AS step`);
    const present = async (pendingSecret: string, shown: Uint8Array<ArrayBuffer> | null) => {
      const attempt = await asDoor(db, 'CUSTOMER', null, (tx) =>
        beginFactor(tx, 'CUSTOMER', { pendingSecret, deviceSecret: null, address: '203.0.113.5' }),
      );
      return asDoor(db, 'CUSTOMER', null, (tx) =>
        finishFactor(tx, 'CUSTOMER', {
          ...session(),
          pendingSecret,
          attemptId: attempt?.attemptId ?? '',
          step: rows[0].step,
          seed: shown,
          codeHash: null,
        }),
      );
    };
    const { secret } = await signIn(db, account, { address: '203.0.113.4' });
    expect(await present(secret, null)).toBeNull();
    expect(await present(secret, bytes(20))).toBeNull();
    expect(await liveSessions(account)).toBe(0);
    expect(await present(secret, seed)).toMatchObject({ accountId: account.id });
    expect(await liveSessions(account)).toBe(1);
  });

  test('S5 refuses a signature without the public key that verified it, and allows it with the key', async () => {
    const account = await makeCustomer(db);
    const [publicKey, credentialId] = [bytes(77), bytes(32)];
    await db.owner.query(
      `INSERT INTO passkey (account_id, audience, credential_id, public_key, proof, name)
       VALUES ($1, 'CUSTOMER', $2, $3, $4, 'Key')`,
      [account.id, Buffer.from(credentialId), randomBytes(105), sha256(publicKey)],
    );
    const present = async (shown: Uint8Array<ArrayBuffer> | null) => {
      const challenge = bytes(32);
      const asked = { purpose: 'SIGN_IN', challenge, pendingSecret: null, address: '203.0.113.6' } as const;
      await asDoor(db, 'CUSTOMER', null, (tx) => beginChallenge(tx, 'CUSTOMER', asked));
      const attempt = await asDoor(db, 'CUSTOMER', null, (tx) =>
        beginPasskey(tx, 'CUSTOMER', { ...asked, credentialId, deviceSecret: null }),
      );
      return asDoor(db, 'CUSTOMER', null, (tx) =>
        finishPasskey(tx, 'CUSTOMER', {
          ...session(),
          ...asked,
          attemptId: attempt?.attemptId ?? '',
          passkeyId: attempt?.passkeyId ?? null,
          publicKey: shown,
          signCount: 0,
        }),
      );
    };
    expect(await present(null)).toBeNull();
    expect(await present(bytes(77))).toBeNull();
    expect(await liveSessions(account)).toBe(0);
    expect(await present(publicKey)).toMatchObject({ accountId: account.id });
    expect(await liveSessions(account)).toBe(1);
  });
});
