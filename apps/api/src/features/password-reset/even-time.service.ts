/** Longer than any of the ways to answer takes. */
const ANSWER_MS = 300;

/**
 * S1, S10: waits until this long after the beginning, so that an answer does not tell by its time whether there was
 * somebody to write to.
 */
export async function waitForEvenTime(startedAt: number): Promise<void> {
  const left = startedAt + ANSWER_MS - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
