import type { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { schemaOf } from './schema-of.ts';

/** With what a door hashes passwords (S3), as the database keeps it for all processes. */
export interface StoredHashParameters {
  /** Null: the default. */
  memoryKib: number | null;
  iterations: number | null;
  /** The pepper of new passwords. */
  pepperVersion: number;
  /** The oldest pepper that a stored password of this door still needs. */
  oldestPepper: number;
}

/** What calibration and the rotation of keys left behind, for one door. */
export async function readHashParameters(tx: Tx, audience: Audience): Promise<StoredHashParameters> {
  const [row] = await tx.$queryRaw<StoredHashParameters[]>`
    SELECT memory_kib AS "memoryKib", iterations, pepper_version AS "pepperVersion", oldest_pepper AS "oldestPepper"
    FROM ${schemaOf(audience)}.hash_parameters()`;
  if (!row) throw new Error('the database has no security policy');
  return row;
}
