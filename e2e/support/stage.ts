import type pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from './browser.ts';
import { openAsOwner } from './database.ts';
import { preparedDataFolder } from './prepared.ts';
import { type RunningServer, startServer, temporaryDataFolder } from './server.ts';
import { Visitor, type VisitorOptions } from './visitor.ts';

/** What one file of tests has to itself: a server on a data folder, a browser, the people in front of it. */
export class Stage {
  readonly server: RunningServer;
  readonly owner: pg.Pool;
  readonly #browser: Browser;
  #visitors: Visitor[] = [];

  constructor(server: RunningServer, owner: pg.Pool, browser: Browser) {
    this.server = server;
    this.owner = owner;
    this.#browser = browser;
  }

  /** Somebody new at the staff door, with nothing in their browser. */
  atStaffDoor(name: string, options: Partial<VisitorOptions> = {}): Promise<Visitor> {
    return this.#arrive({ ...options, name, url: this.server.staffUrl });
  }

  /** Somebody new at the portal. */
  atPortal(name: string, options: Partial<VisitorOptions> = {}): Promise<Visitor> {
    return this.#arrive({ ...options, name, url: this.server.portalUrl });
  }

  /** Demands that nothing went wrong in anybody's browser. */
  demandNoProblems(): void {
    expect(this.#visitors.flatMap(({ problems }) => problems)).toEqual([]);
  }

  async picture(words: string): Promise<void> {
    for (const visitor of this.#visitors) await visitor.picture(`${words} ${visitor.name}`);
  }

  async sendHome(): Promise<void> {
    const visitors = this.#visitors;
    this.#visitors = [];
    await Promise.all(visitors.map((visitor) => visitor.leave()));
  }

  async #arrive(options: VisitorOptions): Promise<Visitor> {
    const visitor = await Visitor.arrive(this.#browser, options);
    this.#visitors.push(visitor);
    return visitor;
  }
}

type Play = (stage: Stage) => Promise<void>;

/**
 * Starts a stage for this file when its first test begins; without a browser nothing starts, for nothing will run.
 * @param isFirstStart the server's very first, on an empty folder; all others begin with a database that is there
 */
export function useStage(
  prepare: Play = () => Promise.resolve(),
  { isFirstStart = false } = {},
): () => Stage {
  const undo: (() => PromiseLike<unknown>)[] = [];
  let stage: Stage | undefined;
  const current = () => {
    if (!stage) throw new Error('the stage is not set');
    return stage;
  };
  beforeAll(async () => {
    if (!hasBrowser) return;
    const folder = await (isFirstStart ? temporaryDataFolder() : preparedDataFolder());
    undo.push(() => folder[Symbol.asyncDispose]());
    const server = await startServer(folder.path);
    undo.push(() => server.stop());
    const owner = await openAsOwner(folder.path);
    undo.push(() => owner.end());
    const browser = await openBrowser();
    undo.push(() => browser.close());
    stage = new Stage(server, owner, browser);
    await prepare(stage);
  });
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });
  return current;
}

/** A test with people of its own, who go home after it; a picture of each is kept when it fails. */
export function scene(name: string, current: () => Stage, play: Play): void {
  test(name, async () => {
    const stage = current();
    try {
      await perform(stage, name, play);
    } finally {
      await stage.sendHome();
    }
  });
}

/** A story in steps that follow each other with the same people; once a step has failed the rest is skipped. */
export function story(
  name: string,
  current: () => Stage,
  steps: Readonly<Record<string, Play>>,
  { isSkipped = false } = {},
): void {
  describe(name, { shuffle: false, skip: isSkipped }, () => {
    let hasFailed = false;
    afterAll(() => (hasBrowser ? current().sendHome() : undefined));
    for (const [step, play] of Object.entries(steps)) {
      test(step, async ({ skip }) => {
        if (hasFailed) skip('an earlier step of this story failed');
        hasFailed = true;
        await perform(current(), step, play);
        hasFailed = false;
      });
    }
  });
}

async function perform(stage: Stage, name: string, play: Play): Promise<void> {
  try {
    await play(stage);
    stage.demandNoProblems();
  } catch (error) {
    await stage.picture(name);
    throw error;
  }
}
