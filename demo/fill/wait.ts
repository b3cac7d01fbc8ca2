import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 150;
const AT_MOST_MS = 90_000;

/** Asks again until the worker is done. @throws when it takes too long */
export async function waitFor<Value>(what: string, look: () => Promise<Value | null>): Promise<Value> {
  const until = Date.now() + AT_MOST_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > until) throw new Error(`${what} took too long.`);
    await pause(EVERY_MS);
  }
}
