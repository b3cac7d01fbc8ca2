/** Raised when more work waits than the queue takes; the caller answers "try again". */
export class QueueFullError extends Error {
  constructor() {
    super('too much work is waiting');
    this.name = 'QueueFullError';
  }
}

export interface WorkQueue {
  /** Runs `work` as soon as a place is free. @throws QueueFullError when too many wait already */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

/**
 * S3: bounded concurrency. Each hash takes 64 MiB and a core, so that a flood of sign-ins must queue here and not in
 * memory; beyond `waitingAtMost` it is refused.
 */
export function createWorkQueue({
  atOnce,
  waitingAtMost,
}: {
  atOnce: number;
  waitingAtMost: number;
}): WorkQueue {
  let running = 0;
  const waiting: (() => void)[] = [];

  return {
    async run(work) {
      if (running >= atOnce) {
        if (waiting.length >= waitingAtMost) throw new QueueFullError();
        // Whoever finishes hands its place over, so that `running` stays as it is.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
