import { DEFAULT_PARAMETERS, type PasswordOptions } from '@sallyport/auth';
import type { Audience } from '@sallyport/contracts/common';
import { type Database, inTransaction, sqlStateOf } from '@sallyport/db';
import { readHashParameters, type StoredHashParameters } from '@sallyport/db/identity';
import { readOldPepper } from './old-peppers.ts';

type Hashing = Required<Pick<PasswordOptions, 'peppers' | 'parameters'>>;

const UNKNOWN_FUNCTION = '42883';

/**
 * S3: with what a door hashes: the strength that was calibrated for this installation, its own pepper for new passwords,
 * and older peppers for those that were not typed since a rotation.
 * @throws ConfigurationError when an old pepper is missing that a stored password needs
 */
export async function readHashing(
  db: Database,
  audience: Audience,
  pepper: Buffer,
  dataDir: string,
): Promise<Hashing> {
  const stored = await readStored(db, audience);
  const peppers: Record<number, Uint8Array> = { [stored.pepperVersion]: pepper };
  for (let version = stored.oldestPepper; version < stored.pepperVersion; version += 1) {
    peppers[version] = readOldPepper(dataDir, audience, version);
  }
  const { memoryKib, iterations, pepperVersion } = stored;
  return {
    peppers,
    parameters: {
      ...DEFAULT_PARAMETERS,
      ...(memoryKib !== null && iterations !== null ? { memoryKib, iterations } : {}),
      pepperVersion,
    },
  };
}

/** A process that starts before the schema is of its version stays at the defaults: it is not ready in any case. */
async function readStored(db: Database, audience: Audience): Promise<StoredHashParameters> {
  try {
    return await inTransaction(db, { session: null, requestId: 'start' }, (tx) =>
      readHashParameters(tx, audience),
    );
  } catch (error) {
    if (sqlStateOf(error) !== UNKNOWN_FUNCTION) throw error;
    return { memoryKib: null, iterations: null, pepperVersion: 1, oldestPepper: 1 };
  }
}
