import type pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { hasBrowser } from './browser.ts';
import { openAsOwner } from './database.ts';
import { preparedDataFolder } from './prepared.ts';
import { type RunningServer, startServer } from './server.ts';

/** A running server on a data folder of its own, and its database as the owner of the tables sees it. */
export interface House {
  server: RunningServer;
  owner: pg.Pool;
}

/** Starts a house for this file before its first test; where the journeys are skipped nothing starts. */
export function useHouse<Found>(prepare: (house: House) => Promise<Found>): () => House & Found {
  const undo: (() => PromiseLike<unknown>)[] = [];
  let found: (House & Found) | undefined;
  beforeAll(async () => {
    if (!hasBrowser) return;
    const folder = await preparedDataFolder();
    undo.push(() => folder[Symbol.asyncDispose]());
    const server = await startServer(folder.path);
    undo.push(() => server.stop());
    const owner = await openAsOwner(folder.path);
    undo.push(() => owner.end());
    found = { server, owner, ...(await prepare({ server, owner })) };
  });
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });
  return () => {
    if (!found) throw new Error('the house is not ready');
    return found;
  };
}
