import { ProjectId } from '@sallyport/contracts/common';
import type { LiveEvent } from '@sallyport/contracts/staff';
import { describe, expect, it } from 'vitest';
import { joinLive, type StreamHandlers, type TabChannel } from './live-feed.ts';

const ID = '0b5f0f3e-52cf-4b0e-8a53-7b1fd5b8a001';
const EVENT: LiveEvent = {
  kind: 'import',
  id: ID,
  projectId: ProjectId.parse(ID),
  progress: { done: 1, total: 2 },
  state: 'READING',
};

/** A browser with tabs: one lock, one channel, streams that the test speaks through, a clock that it moves. */
class Browser {
  readonly streams: (StreamHandlers & { isClosed: boolean })[] = [];
  readonly waiting: { run: () => void; delayMs: number }[] = [];
  #channels: TabChannel[] = [];
  #queue: { work: () => Promise<void>; signal: AbortSignal }[] = [];
  #isHeld = false;

  openTab() {
    const seen = { events: [] as LiveEvent[], missed: 0, isOpen: [] as boolean[] };
    const channel: TabChannel = {
      send: (message) => {
        for (const other of this.#channels.filter((one) => one !== channel)) other.onMessage(message);
      },
      onMessage: () => {},
    };
    this.#channels.push(channel);
    const leave = joinLive({
      channel,
      lead: (work, signal) => {
        this.#queue.push({ work, signal });
        void this.#next();
      },
      open: (handlers) => {
        const stream = { ...handlers, isClosed: false };
        this.streams.push(stream);
        return () => {
          stream.isClosed = true;
        };
      },
      later: (run, delayMs) => {
        const entry = { run, delayMs };
        this.waiting.push(entry);
        return () => void this.waiting.splice(this.waiting.indexOf(entry), 1);
      },
      onEvent: (event) => seen.events.push(event),
      onMissed: () => {
        seen.missed += 1;
      },
      onOpen: (isOpen) => seen.isOpen.push(isOpen),
    });
    const close = () => {
      this.#channels = this.#channels.filter((one) => one !== channel);
      leave();
    };
    return { seen, close };
  }

  /** Says something to every tab. */
  shout(message: unknown): void {
    for (const channel of this.#channels) channel.onMessage(message);
  }

  /** The stream that is open now. */
  get stream(): StreamHandlers {
    const open = this.streams.filter(({ isClosed }) => !isClosed);
    const [first] = open;
    if (!first || open.length > 1) throw new Error(`${open.length} streams are open`);
    return first;
  }

  async #next(): Promise<void> {
    if (this.#isHeld) return;
    const next = this.#queue.find(({ signal }) => !signal.aborted);
    if (!next) return;
    this.#queue = this.#queue.filter((entry) => entry !== next);
    this.#isHeld = true;
    await next.work();
    this.#isHeld = false;
    await this.#next();
  }
}

describe('the feed of live events', () => {
  it('opens one stream for two tabs and tells both of each event once', () => {
    const browser = new Browser();
    const first = browser.openTab();
    const second = browser.openTab();
    expect(browser.streams).toHaveLength(1);
    browser.stream.onUp();
    browser.stream.onEvent(EVENT);
    expect(first.seen.events).toEqual([EVENT]);
    expect(second.seen.events).toEqual([EVENT]);
    expect(second.seen.isOpen.at(-1)).toBe(true);
  });

  it('tells a tab that comes later how things stand', () => {
    const browser = new Browser();
    browser.openTab();
    browser.stream.onUp();
    const late = browser.openTab();
    expect(late.seen.isOpen).toEqual([true]);
    expect(late.seen.missed).toBe(0);
  });

  it('passes the lead on when the leading tab closes, and has the gap looked after', async () => {
    const browser = new Browser();
    const first = browser.openTab();
    const second = browser.openTab();
    browser.stream.onUp();
    const [old] = browser.streams;
    first.close();
    await Promise.resolve();
    await Promise.resolve();
    expect(old?.isClosed).toBe(true);
    expect(browser.streams).toHaveLength(2);
    browser.stream.onUp();
    expect(second.seen.missed).toBe(1);
    browser.stream.onEvent(EVENT);
    expect(second.seen.events).toEqual([EVENT]);
    expect(first.seen.events).toEqual([]);
  });

  it('asks for what was missed after the connection was gone, in every tab', () => {
    const browser = new Browser();
    const first = browser.openTab();
    const second = browser.openTab();
    browser.stream.onUp();
    browser.stream.onDown();
    expect(second.seen.isOpen.at(-1)).toBe(false);
    browser.stream.onUp();
    expect([first.seen.missed, second.seen.missed]).toEqual([1, 1]);
  });

  it('tries again after ever longer waits, and at once no faster after it was up', () => {
    const browser = new Browser();
    browser.openTab();
    const delays: number[] = [];
    const fail = () => {
      browser.streams.at(-1)?.onEnd();
      const next = browser.waiting.pop();
      delays.push(next?.delayMs ?? -1);
      next?.run();
    };
    for (let turn = 0; turn < 7; turn += 1) fail();
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    browser.streams.at(-1)?.onUp();
    fail();
    expect(delays.at(-1)).toBe(1_000);
  });

  it('calls off a waiting attempt when the tab leaves', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    browser.stream.onEnd();
    tab.close();
    expect(browser.waiting).toEqual([]);
  });

  it('gives the lead back at once when it comes after the tab has left', async () => {
    let work: () => Promise<void> = () => Promise.reject(new Error('nobody asked for the lead'));
    let opened = 0;
    const leave = joinLive({
      channel: { send: () => {}, onMessage: () => {} },
      lead: (next) => {
        work = next;
      },
      open: () => {
        opened += 1;
        return () => {};
      },
      later: () => () => {},
      onEvent: () => {},
      onMissed: () => {},
      onOpen: () => {},
    });
    leave();
    await work();
    expect(opened).toBe(0);
  });

  it('takes no notice of what is not a message of its own', () => {
    const browser = new Browser();
    const tab = browser.openTab();
    for (const message of [null, 7, 'event', {}, { type: 'other' }]) browser.shout(message);
    expect(tab.seen).toEqual({ events: [], missed: 0, isOpen: [false] });
  });
});
