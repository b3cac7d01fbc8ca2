import {
  type ChainLink,
  countWaiting,
  listCheckpoints,
  listStrangers,
  readChain,
  readSealAt,
} from '@sallyport/db';
import { BEGINNING, type ChainKeys, type ChainPlace, isSignedPlace, tagOf } from './chain.ts';
import type { Transaction } from './seal-entries.ts';

/** What is wrong with the log, at which entry. */
export type ChainProblem =
  /** The entry is not what was sealed. */
  | { kind: 'edited'; seq: bigint }
  /** The seal is there, its entry is not. */
  | { kind: 'removed'; seq: bigint }
  /** An entry that was never sealed among those that were. */
  | { kind: 'inserted'; seq: bigint }
  /** Seals are missing here, and their entries with them or not. */
  | { kind: 'gap'; from: bigint; to: bigint }
  /** The chain ends before a place that was signed. */
  | { kind: 'cut'; position: bigint; ends: bigint }
  /** The chain has another tag where one was signed: an older copy went on, or another log. */
  | { kind: 'other-chain'; position: bigint }
  /** The checkpoint was not signed by this installation. */
  | { kind: 'foreign-checkpoint'; position: bigint };

export interface ChainReport {
  /** Entries whose seal holds. */
  verified: number;
  /** Entries at the end that wait for their seal: at most some seconds' worth while the worker runs. */
  waiting: number;
  problems: ChainProblem[];
}

const AT_ONCE = 20_000;
/** An entry may be so old without a seal. */
const GRACE_SECONDS = 60;
/** More would tell nobody more. */
const MOST_PROBLEMS = 100;

/**
 * L2: walks the whole chain and compares it with the log and with every place that was signed. A problem names its entry and
 * the walk goes on behind it, for each tag is checked against the one that is stored before it.
 */
export async function verifyChain(
  transaction: Transaction,
  keys: ChainKeys,
  outside: readonly (ChainPlace & { signature: Uint8Array })[],
): Promise<ChainReport> {
  const problems: ChainProblem[] = [];
  let verified = 0;
  let before: ChainPlace = { position: 0n, tag: BEGINNING };
  for (;;) {
    const { position } = before;
    const links = await transaction((tx) => readChain(tx, { above: position, limit: AT_ONCE }));
    for (const link of links) {
      const problem = problemOf(keys, before, link);
      if (problem === null) verified += 1;
      else if (problems.length < MOST_PROBLEMS) problems.push(problem);
      before = link;
    }
    if (links.length < AT_ONCE) break;
  }
  const [strangers, inside, waiting] = await transaction(async (tx) => [
    await listStrangers(tx, GRACE_SECONDS),
    await listCheckpoints(tx),
    await countWaiting(tx),
  ]);
  for (const seq of strangers) problems.push({ kind: 'inserted', seq });
  const ends = before.position;
  for (const place of [...inside, ...outside]) {
    const problem = await compare(transaction, keys, place, ends);
    if (problem !== null) problems.push(problem);
  }
  return { verified, waiting, problems };
}

function problemOf(keys: ChainKeys, before: ChainPlace, link: ChainLink): ChainProblem | null {
  if (link.position !== before.position + 1n)
    return { kind: 'gap', from: before.position + 1n, to: link.position - 1n };
  if (link.digest === null) return { kind: 'removed', seq: link.seq };
  return tagOf(keys, before.tag, link.digest).equals(link.tag) ? null : { kind: 'edited', seq: link.seq };
}

async function compare(
  transaction: Transaction,
  keys: ChainKeys,
  place: ChainPlace & { signature: Uint8Array },
  ends: bigint,
): Promise<ChainProblem | null> {
  const { position } = place;
  if (!isSignedPlace(keys, place)) return { kind: 'foreign-checkpoint', position };
  if (position > ends) return { kind: 'cut', position, ends };
  const seal = await transaction((tx) => readSealAt(tx, position));
  const isSame = seal !== null && Buffer.from(seal.tag).equals(place.tag);
  return isSame ? null : { kind: 'other-chain', position };
}
