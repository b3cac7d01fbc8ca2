import { randomBytes } from 'node:crypto';
import {
  addCheckpoint,
  appendSeals,
  keepAuditKey,
  listUnsealed,
  readChainEnd,
  readSealedAuditKey,
  type Tx,
  takeChain,
} from '@sallyport/db';
import type { Sealer } from '../secrets/sealer.ts';
import { BEGINNING, type ChainKeys, chainKeys, signPlace, tagOf } from './chain.ts';

/** Binds the stored key to its row. */
export const AUDIT_KEY_PLACE = 'audit-key:1';

const AT_ONCE = 5_000;
/** How far back a late entry is looked for: a number may be drawn just before its transaction counts as running. */
const LATE_ENTRIES = 1_000n;

export type Transaction = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

/**
 * L2: makes the chain longer by the entries that nothing can come before any more. One process at a time; the others find it
 * taken and come again. Returns how many entries were sealed, and null when another process was at it.
 */
export async function sealEntries(
  transaction: Transaction,
  sealer: Sealer,
  { fromTheStart }: { fromTheStart: boolean },
): Promise<number | null> {
  let sealed = 0;
  for (;;) {
    const count = await transaction((tx) => sealSome(tx, sealer, fromTheStart));
    if (count === null) return sealed > 0 ? sealed : null;
    sealed += count;
    if (count < AT_ONCE) return sealed;
  }
}

async function sealSome(tx: Tx, sealer: Sealer, fromTheStart: boolean): Promise<number | null> {
  if (!(await takeChain(tx))) return null;
  const end = await readChainEnd(tx);
  const above = fromTheStart || end === null ? 0n : max(0n, end.seq - LATE_ENTRIES);
  const entries = await listUnsealed(tx, { above, limit: AT_ONCE });
  if (entries.length === 0) return 0;
  const keys = await keysForSealing(tx, sealer);
  let { position, tag }: { position: bigint; tag: Uint8Array } = end ?? { position: 0n, tag: BEGINNING };
  const seals = entries.map(({ seq, digest }) => {
    position += 1n;
    tag = tagOf(keys, tag, digest);
    return { position, seq, tag };
  });
  await appendSeals(tx, seals);
  return seals.length;
}

/** Signs the end of the chain and keeps it; null while there is nothing new to sign. */
export async function makeCheckpoint(tx: Tx, sealer: Sealer, lastPosition: bigint) {
  if (!(await takeChain(tx))) return null;
  const end = await readChainEnd(tx);
  if (end === null || end.position <= lastPosition) return null;
  const place = { ...end, signature: new Uint8Array(signPlace(await keysForSealing(tx, sealer), end)) };
  await addCheckpoint(tx, place);
  return place;
}

/** The keys of the chain; made at its first seal. */
async function keysForSealing(tx: Tx, sealer: Sealer): Promise<ChainKeys> {
  const known = await readAuditKeys(tx, sealer);
  if (known !== null) return known;
  const secret = randomBytes(32);
  await keepAuditKey(tx, sealer.seal('settings', secret, AUDIT_KEY_PLACE));
  return chainKeys(secret);
}

/** The keys of the chain; null before its first seal. @throws BrokenSealError under another master key */
export async function readAuditKeys(tx: Tx, sealer: Sealer): Promise<ChainKeys | null> {
  const sealed = await readSealedAuditKey(tx);
  return sealed === null ? null : chainKeys(sealer.open('settings', sealed, AUDIT_KEY_PLACE));
}

const max = (a: bigint, b: bigint) => (a > b ? a : b);
