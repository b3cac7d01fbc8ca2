import { newRecoveryCodes, newTotpSeed, totpCode } from '@sallyport/auth';
import { type AskedByServer, makeSession, SoftAuthenticator, type TestAccount } from '@sallyport/testing';
import { sealFactor, seedPlace } from '../../features/factors/sealed-factor.service.ts';
import { Sealer } from '../../secrets/sealer.ts';
import { PORTAL_URL, SEALS, STAFF_URL, type TestDoor, type TestDoors } from './test-doors.ts';

const STEP_MS = 30_000;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An authenticator app that one of the test doors knows. */
export interface TestTotp {
  /** The code that it shows now; the door takes it for at least another 30 seconds. */
  code(): string;
  /** The code of the step some steps away from a moment. */
  codeAt(moment: Date, steps?: number): string;
}

/** Enrols an authenticator app for an account, in place of any that is there; its seed opens at the account's door. */
export async function enrolTotp({ db }: TestDoors, account: TestAccount): Promise<TestTotp> {
  const seed = newTotpSeed();
  const sealer = new Sealer(SEALS[account.audience]);
  const { sealed, proof } = sealFactor(sealer, seed, seedPlace(account.id));
  await db.owner.query('DELETE FROM totp_factor WHERE account_id = $1 AND confirmed_at IS NULL', [
    account.id,
  ]);
  // In one statement: without a factor for a moment, an open stream would meet "set one up" and end too early.
  await db.owner.query(
    `INSERT INTO totp_factor (account_id, sealed_seed, proof, confirmed_at) VALUES ($1, $2, $3, app.now())
     ON CONFLICT (account_id) WHERE confirmed_at IS NOT NULL DO UPDATE SET id = excluded.id,
       sealed_seed = excluded.sealed_seed, proof = excluded.proof, confirmed_at = excluded.confirmed_at,
       created_at = excluded.created_at, last_used_step = NULL, last_used_at = NULL`,
    [account.id, Buffer.from(sealed), Buffer.from(proof)],
  );
  return totpOf(seed);
}

/** The authenticator app into which somebody typed this secret. */
export function totpOfSecret(secret: string): TestTotp {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return totpOf(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2)));
}

function totpOf(seed: Uint8Array<ArrayBuffer>): TestTotp {
  const codeAt = (moment: Date, steps = 0) => totpCode(seed, new Date(moment.getTime() + steps * STEP_MS));
  return { code: () => codeAt(new Date()), codeAt };
}

/** Ten recovery codes of an account, as they are printed. */
export async function giveRecoveryCodes({ db }: TestDoors, account: TestAccount): Promise<string[]> {
  const codes = newRecoveryCodes();
  for (const { hash } of codes) {
    await db.owner.query('INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, $2)', [
      account.id,
      Buffer.from(hash),
    ]);
  }
  return codes.map(({ text }) => text);
}

/** The door of an account, and its URL. */
export function doorOfAccount(doors: TestDoors, { audience }: TestAccount): { door: TestDoor; url: string } {
  return audience === 'STAFF'
    ? { door: doors.staff, url: STAFF_URL }
    : { door: doors.portal, url: PORTAL_URL };
}

/** Registers a passkey through the door, with a session of its own; returns the authenticator that holds it. */
export async function enrolPasskey(
  doors: TestDoors,
  account: TestAccount,
  options: { isSynced?: boolean } = {},
): Promise<SoftAuthenticator> {
  const { door, url } = doorOfAccount(doors, account);
  const authenticator = new SoftAuthenticator(url, options);
  const as = await makeSession(doors.db, account, { isConfirmed: true });
  const asked = await door.call('factors.startPasskey', {}, { as });
  const response = authenticator.register(asked.data<AskedByServer>());
  (await door.call('factors.finishPasskey', { name: 'Test key', response }, { as })).data();
  return authenticator;
}
