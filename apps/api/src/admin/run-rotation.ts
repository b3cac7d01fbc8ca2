import { DataFolderInUse } from '@sallyport/db/embedded';
import { openDatabase } from '../start/database.ts';
import type { Configuration } from '../start/env.ts';
import { masterKeyFrom } from '../start/keys.ts';
import { AdminError } from './admin-error.ts';
import { finishRotation, rotateKey } from './rotate-key.ts';

const NEW_KEY = 'SALLYPORT_NEW_MASTER_KEY';

/** Rotates the master key of the database that this configuration names, which nobody else may be using. */
export async function runRotation(
  step: 'dry-run' | 'rotate' | 'finish',
  configuration: Configuration,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const { dataDir, masterKey } = configuration;
  const newKey = masterKey === null ? null : readNewKey(env[NEW_KEY]);
  const database = await openAlone(configuration);
  try {
    if (step === 'finish') {
      const counts = await finishRotation(database.ownerUrl, dataDir);
      return counts === 'new'
        ? '  The new master key is in its place.\n'
        : '  The database is still under the old master key; the new one was thrown away.\n';
    }
    const oldKey = masterKey ?? masterKeyFrom(dataDir).key;
    const isDryRun = step === 'dry-run';
    const done = await rotateKey({ ownerUrl: database.ownerUrl, dataDir, oldKey, newKey, isDryRun });
    const { fileKeys, seeds, passkeys, mails, mailSettings } = done;
    const what = `${fileKeys} keys of files, ${seeds} seeds, ${passkeys} passkeys, ${mails} waiting mails, ${mailSettings} mail servers`;
    if (isDryRun) return `  A rehearsal: all of it opens (${what}). Nothing was changed.\n`;
    return `  Under the new master key: ${what}.\n\n${AFTER(done.oldPepperVersion, masterKey === null)}`;
  } finally {
    await database.stop();
  }
}

const AFTER = (version: number, isFile: boolean) =>
  [
    isFile
      ? '  Keep a copy of keys/master.key elsewhere, and throw away the copies of the old one.'
      : `  Set SALLYPORT_MASTER_KEY to the new key (the value of ${NEW_KEY}) everywhere.`,
    `  Keep keys/pepper-staff.${version} and keys/pepper-portal.${version} too, in the data folder of every process that checks passwords:`,
    '  passwords that were not typed since cannot be checked without them.',
    '  A process with --only portal needs a new SALLYPORT_PORTAL_KEY, derived from the new master key.',
    '',
  ].join('\n');

async function openAlone(configuration: Configuration): ReturnType<typeof openDatabase> {
  try {
    return await openDatabase(configuration);
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    throw new AdminError('Sallyport is running on this data folder. Stop it first.');
  }
}

function readNewKey(text: string | undefined): Buffer {
  if (text !== undefined && /^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return Buffer.from(text, 'base64');
  throw new AdminError(
    `The master key comes from SALLYPORT_MASTER_KEY, so the new one has to come from ${NEW_KEY}: 32 random bytes in base64. Make one with: openssl rand -base64 32`,
  );
}
