// How long a start takes, with the apps already built: from spawn until `/readyz` says 200 at both doors.
// cold: an empty data folder, so that the database is made and migrated; warm: the same folder again.

import { startServer, temporaryDataFolder } from '../e2e/support/server.ts';
import { median, note, printResult, setting } from './support/report.ts';

const rounds = setting('SALLYPORT_BENCH_ROUNDS', 5);

async function startOnce(dataFolder: string): Promise<number> {
  await using server = await startServer(dataFolder);
  return server.readyAfterMs;
}

async function round(): Promise<{ coldMs: number; warmMs: number }> {
  await using folder = await temporaryDataFolder();
  const coldMs = await startOnce(folder.path);
  const warmMs = await startOnce(folder.path);
  return { coldMs, warmMs };
}

note(`${rounds} rounds after one that is not counted; the apps are built already`);
await round();
const taken: { coldMs: number; warmMs: number }[] = [];
for (let number = 1; number <= rounds; number += 1) {
  const one = await round();
  taken.push(one);
  note(`round ${number}: cold ${Math.round(one.coldMs)} ms, warm ${Math.round(one.warmMs)} ms`);
}

printResult('start', {
  coldMs: Math.round(median(taken.map(({ coldMs }) => coldMs))),
  warmMs: Math.round(median(taken.map(({ warmMs }) => warmMs))),
  seed: null,
  sizes: { rounds },
});
