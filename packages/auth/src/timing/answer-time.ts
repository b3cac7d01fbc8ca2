/** How long recent hashes took, so that an answer without one can take as long (S1: same time class). */
export interface AnswerTime {
  /** Runs `work` and remembers how long it took. */
  measure<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Waits about as long as a recent measured work took, and costs nothing. */
  waitLikeOne(): Promise<void>;
}

export interface AnswerTimeOptions {
  /** Monotonic milliseconds. */
  now?: () => number;
  wait?: (ms: number) => Promise<void>;
  /** 0 ≤ x < 1. */
  random?: () => number;
}

const REMEMBERED = 32;
/** Before the first hash: what one costs at the default strength on a slow core. */
const FIRST_GUESS_MS = 80;

export function createAnswerTime(options: AnswerTimeOptions = {}): AnswerTime {
  const now = options.now ?? (() => performance.now());
  const wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const random = options.random ?? Math.random;
  const recent: number[] = [];

  return {
    async measure(work) {
      const startedAt = now();
      try {
        return await work();
      } finally {
        recent.push(now() - startedAt);
        if (recent.length > REMEMBERED) recent.shift();
      }
    },
    // A time that really occurred, and not the mean: a constant would stand out among scattered ones.
    waitLikeOne: () => wait(recent[Math.floor(random() * recent.length)] ?? FIRST_GUESS_MS),
  };
}
