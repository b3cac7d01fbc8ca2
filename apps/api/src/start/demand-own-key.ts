import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyFingerprint } from '@sallyport/db/identity';
import { type Configuration, ConfigurationError } from './env.ts';
import type { Keys } from './keys.ts';

/** Where the next master key waits while a rotation is under way. */
export function nextKeyPath(dataDir: string): string {
  return join(dataDir, 'keys', 'master.key.next');
}

/**
 * A start under another key would give the database's roles wrong passwords and open none of the files.
 * @throws ConfigurationError when a rotation was interrupted, or the key is not the one that the database belongs to
 */
export async function demandOwnKey(
  { masterKey, dataDir }: Pick<Configuration, 'masterKey' | 'dataDir'>,
  ownerUrl: string,
  { fingerprint }: Pick<Keys, 'fingerprint'>,
): Promise<void> {
  if (masterKey === null && existsSync(nextKeyPath(dataDir))) {
    throw new ConfigurationError([
      'A rotation of the master key was interrupted. Finish it with: npm run admin -- rotate-key --finish',
    ]);
  }
  const known = await readKeyFingerprint(ownerUrl);
  if (known === null || fingerprint === null || known.equals(fingerprint)) return;
  throw new ConfigurationError([
    'This master key is not the one that the database belongs to since the last rotation. Use the newest key: SALLYPORT_MASTER_KEY, or keys/master.key in the data folder.',
  ]);
}
