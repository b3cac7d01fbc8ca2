/** That something of a project changed. What it is now is read by whoever hears of it, with his own rights. */
export interface LiveNotice {
  kind: 'import' | 'report' | 'finding' | 'project';
  id: string;
  projectId: string;
}

/** Notices more than this that one subscriber has not taken are dropped, the oldest first. */
const WAITING_AT_MOST = 200;

/** What one stream has yet to hear: the latest notice of each object. */
export interface LiveSubscription {
  /** The next notice; null when `timeoutMs` passed without one. */
  next(timeoutMs: number): Promise<LiveNotice | null>;
  close(): void;
}

/** Hands what the database announces to every open stream of this process. */
export class LiveHub {
  readonly #subscribers = new Set<Subscriber>();

  publish(notice: LiveNotice): void {
    for (const subscriber of this.#subscribers) subscriber.offer(notice);
  }

  subscribe(): LiveSubscription {
    const subscriber = new Subscriber(() => this.#subscribers.delete(subscriber));
    this.#subscribers.add(subscriber);
    return subscriber;
  }
}

class Subscriber implements LiveSubscription {
  readonly #waiting = new Map<string, LiveNotice>();
  readonly #onClose: () => void;
  #wake: (() => void) | null = null;

  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  offer(notice: LiveNotice): void {
    const key = `${notice.kind} ${notice.id}`;
    // Moved to the end: what is told is the present state, so an older notice of the same object says nothing more.
    this.#waiting.delete(key);
    this.#waiting.set(key, notice);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > WAITING_AT_MOST && oldest !== undefined) this.#waiting.delete(oldest);
    this.#wake?.();
  }

  async next(timeoutMs: number): Promise<LiveNotice | null> {
    if (this.#waiting.size === 0) await this.#wait(timeoutMs);
    const [first] = this.#waiting;
    if (!first) return null;
    this.#waiting.delete(first[0]);
    return first[1];
  }

  close(): void {
    this.#onClose();
    this.#wake?.();
  }

  #wait(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, timeoutMs);
      const wake = done;
      this.#wake = wake;
      function done() {
        clearTimeout(timer);
        resolve();
      }
    });
  }
}
