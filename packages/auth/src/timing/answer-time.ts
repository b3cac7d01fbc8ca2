/** How long recent refusals took, so that one without a hash can take as long (S1: same time class). */
export interface AnswerTime {
  /** Runs `work`, the hashing, and remembers how long it took. */
  measure<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Begins what follows a hash; call what it returns when the refusal is ready, and that time is remembered too. */
  startRest(): () => void;
  /** Waits about as long as a recent hash and the rest of a recent refusal took, and costs nothing. */
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
/** Before the first refusal: what finding the password wrong and writing it down costs. */
const FIRST_GUESS_OF_REST_MS = 4;

export function createAnswerTime(options: AnswerTimeOptions = {}): AnswerTime {
  const now = options.now ?? (() => performance.now());
  const wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const random = options.random ?? Math.random;
  const hashes: number[] = [];
  const rests: number[] = [];

  const remember = (times: number[], startedAt: number) => {
    times.push(now() - startedAt);
    if (times.length > REMEMBERED) times.shift();
  };
  // A time that really occurred, and not the mean: a constant would stand out among scattered ones.
  const recall = (times: readonly number[], guess: number) =>
    times[Math.floor(random() * times.length)] ?? guess;

  return {
    async measure(work) {
      const startedAt = now();
      try {
        return await work();
      } finally {
        remember(hashes, startedAt);
      }
    },
    startRest() {
      const startedAt = now();
      return () => remember(rests, startedAt);
    },
    waitLikeOne: () => wait(recall(hashes, FIRST_GUESS_MS) + recall(rests, FIRST_GUESS_OF_REST_MS)),
  };
}
