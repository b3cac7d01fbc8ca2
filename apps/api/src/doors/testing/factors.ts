import { newTotpSeed, totpCode } from '@sallyport/auth';
import type { TestAccount } from '@sallyport/testing';
import { seedPlace } from '../../features/factors/seed-place.ts';
import { Sealer } from '../../secrets/sealer.ts';
import { SEALS, type TestDoors } from './test-doors.ts';

/** An authenticator app that one of the test doors knows. */
export interface TestTotp {
  /** The code that it shows now, or some steps of 30 seconds away from now. */
  code(steps?: number): string;
}

/** Enrols an authenticator app for an account, in place of any that is there; its seed opens at the account's door. */
export async function enrolTotp({ db }: TestDoors, account: TestAccount): Promise<TestTotp> {
  const seed = newTotpSeed();
  const sealed = new Sealer(SEALS[account.audience]).seal('factors', seed, seedPlace(account.id));
  await db.owner.query('DELETE FROM totp_factor WHERE account_id = $1', [account.id]);
  await db.owner.query(
    'INSERT INTO totp_factor (account_id, sealed_seed, confirmed_at) VALUES ($1, $2, app.now())',
    [account.id, sealed],
  );
  return { code: (steps = 0) => totpCode(seed, new Date(Date.now() + steps * 30_000)) };
}
