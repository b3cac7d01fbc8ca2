import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createPasswords, type HashRecipe, type Passwords } from '@sallyport/auth';
import { ensureRoles, migrate, ROLE, roleUrl, seedInstallation } from '@sallyport/db';
import { startEmbedded } from '@sallyport/db/embedded';
import { temporaryDataFolder } from '../../e2e/support/server.ts';
import { startSignInServer } from './sign-in-client.ts';
import { seedSignIns } from './sign-in-data.ts';

export const PASSWORD = 'seven slow herons over mud';

/** A staff door over a database full of accounts, hashing as production does, and what hashes like it. */
export interface SignInBench {
  passwords: Passwords;
  recipe: HashRecipe;
}

/** Runs `work` against a fresh server and ends it afterwards. */
export async function withSignIns(
  count: number,
  port: number,
  work: (bench: SignInBench) => Promise<void>,
): Promise<void> {
  await using folder = await temporaryDataFolder();
  await using embedded = await startEmbedded({ dataDir: folder.path });
  const secret = () => randomBytes(24).toString('base64url');
  const roles = { staff: secret(), portal: secret(), jobs: secret() };
  await ensureRoles(embedded.ownerUrl, roles);
  await migrate(embedded.ownerUrl);
  await seedInstallation(embedded.ownerUrl);
  const pepper = randomBytes(32);
  const passwords = createPasswords({ peppers: { 1: pepper } });
  const credential = await passwords.newCredential(PASSWORD);
  await seedSignIns(embedded.ownerUrl, count, credential);
  const server = await startSignInServer({
    databaseUrl: roleUrl(embedded.ownerUrl, ROLE.staff, roles.staff),
    port,
    pepper: pepper.toString('base64'),
  });
  try {
    await work({ passwords, recipe: credential });
  } finally {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
}
