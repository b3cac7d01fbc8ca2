// S1: whether a failed sign-in tells by its time why it failed. Samples of every kind are taken in turn, in a random order
// within each round, and compared with those of unknown accounts by ranks.

import { mannWhitney } from './support/rank-test.ts';
import { median, note, printResult, setting } from './support/report.ts';
import { PASSWORD, withSignIns } from './support/sign-in-bench.ts';
import { signInOnce } from './support/sign-in-client.ts';
import { emailOf, KINDS, type Kind } from './support/sign-in-data.ts';

const ROUNDS = setting('SALLYPORT_BENCH_ROUNDS', 150);
const SEED = setting('SALLYPORT_SEED', 20_261_130);
const PORT = setting('SALLYPORT_BENCH_PORT', 48_742);
const WARM_UP = 8;

/** Numbers that look random and are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomOf(SEED);
const round3 = (value: number) => Math.round(value * 1_000) / 1_000;

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

async function fail(kind: Kind, number: number): Promise<number> {
  const password = kind === 'wrong' ? `not ${PASSWORD}` : PASSWORD;
  const { status, ms } = await signInOnce(PORT, emailOf(kind, number), password);
  if (status !== 401) throw new Error(`${kind} was answered with ${status}`);
  return ms;
}

await withSignIns(ROUNDS + WARM_UP, PORT, async () => {
  for (let round = 1; round <= WARM_UP; round += 1) for (const kind of KINDS) await fail(kind, round);
  const taken: Record<Kind, number[]> = {
    unknown: [],
    wrong: [],
    inactive: [],
    suspended: [],
    expired: [],
    locked: [],
    elsewhere: [],
  };
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const kind of shuffled(KINDS)) taken[kind].push(await fail(kind, WARM_UP + round));
    if (round % 25 === 0) note(`${round} of ${ROUNDS} rounds`);
  }
  const kinds = KINDS.filter((kind) => kind !== 'unknown').map((kind) => {
    const { u, z, p, effect } = mannWhitney(taken[kind], taken.unknown);
    return {
      kind,
      medianMs: round3(median(taken[kind])),
      u,
      z: round3(z),
      p: round3(p),
      effect: round3(effect),
    };
  });
  for (const { kind, medianMs, z, p } of kinds) note(`${kind}: ${medianMs} ms, z ${z}, p ${p}`);
  printResult('timing', {
    unknownMedianMs: round3(median(taken.unknown)),
    kinds,
    seed: SEED,
    sizes: { rounds: ROUNDS, kinds: KINDS.length },
  });
});
