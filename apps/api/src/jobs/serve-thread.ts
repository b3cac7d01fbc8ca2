import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadAnswer } from './run-in-thread.ts';

/** The other end of `runInThread`: computes the one answer of this thread. */
export async function serveThread<Input>(compute: (input: Input) => unknown): Promise<void> {
  const answer = (message: ThreadAnswer) => parentPort?.postMessage(message);
  try {
    // The one who starts a thread knows what its module takes.
    answer({ ok: true, value: await compute(workerData as Input) });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error('not an error');
    answer({ ok: false, name, message });
  }
}
