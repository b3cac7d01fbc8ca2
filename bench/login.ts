// What signing in costs: whole sign-ins over HTTP, from the first byte sent to the last one read, beside bare verifies of the
// same password with the same parameters in the same minutes. The aim is to add less than a third to the hash.
import { median, note, printResult, setting } from './support/report.ts';
import { PASSWORD, withSignIns } from './support/sign-in-bench.ts';
import { signInOnce } from './support/sign-in-client.ts';
import { emailOf } from './support/sign-in-data.ts';

const VERIFIES = setting('SALLYPORT_BENCH_VERIFIES', 50);
const AT_ONCE = setting('SALLYPORT_BENCH_AT_ONCE', 4);
const TOGETHER = setting('SALLYPORT_BENCH_TOGETHER', 100);
const PORT = setting('SALLYPORT_BENCH_PORT', 48_741);
const WARM_UP = 5;

const round2 = (value: number) => Math.round(value * 100) / 100;
let next = 0;

async function signIn(): Promise<number> {
  next += 1;
  const { status, ms } = await signInOnce(PORT, emailOf('good', next), PASSWORD);
  if (status !== 200) throw new Error(`a sign-in was answered with ${status}`);
  return ms;
}

await withSignIns(WARM_UP + VERIFIES + TOGETHER, PORT, async ({ passwords, recipe }) => {
  const verify = async () => {
    const startedAt = performance.now();
    await passwords.computeTag(PASSWORD, recipe);
    return performance.now() - startedAt;
  };
  for (let index = 0; index < WARM_UP; index += 1) {
    await verify();
    await signIn();
  }
  // In turn, so that a machine that slows down wrongs neither.
  const [hashed, signedIn]: [number[], number[]] = [[], []];
  for (let index = 0; index < VERIFIES; index += 1) {
    hashed.push(await verify());
    signedIn.push(await signIn());
  }
  note(`one after the other: ${round2(median(signedIn))} ms, a bare hash ${round2(median(hashed))} ms`);
  const startedAt = performance.now();
  let left = TOGETHER;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1;
        await signIn();
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  printResult('login', {
    perSecond: round2(TOGETHER / seconds),
    medianMs: round2(median(signedIn)),
    hashMs: round2(median(hashed)),
    ratio: round2(median(signedIn) / median(hashed)),
    seed: null,
    sizes: { verifies: VERIFIES, together: TOGETHER, atOnce: AT_ONCE, memoryKib: recipe.memoryKib },
  });
});
