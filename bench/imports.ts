// What importing a large scan takes: parsing against a bare SAX pass over the same bytes, and the whole way through a built
// server, upload to written findings, with the memory of the server's process. Aims: ratio 0.4, 600 MB.
import { readFileSync } from 'node:fs';
import { collectFindings, IMPORT_FORMATS, IMPORT_LIMITS } from '@sallyport/importers';
import { generateNessus } from '@sallyport/importers/testing';
import { SaxesParser } from 'saxes';
import { setupLinkOf, startServer, temporaryDataFolder } from '../e2e/support/server.ts';
import { uploadScan } from './support/import-run.ts';
import { median, note, printResult, setting } from './support/report.ts';

const ITEMS = setting('SALLYPORT_BENCH_ITEMS', 20_000);
const ROUNDS = setting('SALLYPORT_BENCH_ROUNDS', 5);
const SEED = setting('SALLYPORT_SEED', 20_261_122);
const PLUGINS = 200;
const HOSTS = 400;
const PIECE_BYTES = 64 * 1024;

const scan = Buffer.from(
  [...generateNessus({ seed: SEED, items: ITEMS, plugins: PLUGINS, hosts: HOSTS })].join(''),
);

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < scan.length; at += PIECE_BYTES) yield scan.subarray(at, at + PIECE_BYTES);
}

/** Reads everything and does nothing with it: what any reader of XML must spend. */
async function bareSax(): Promise<number> {
  const startedAt = performance.now();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser({ xmlns: true });
  let seen = 0;
  parser.on('opentag', () => {
    seen += 1;
  });
  parser.on('text', () => {
    seen += 1;
  });
  for await (const piece of pieces()) parser.write(decoder.decode(piece, { stream: true }));
  parser.close();
  if (seen === 0) throw new Error('nothing was read');
  return performance.now() - startedAt;
}

async function parse(): Promise<number> {
  const startedAt = performance.now();
  const format = IMPORT_FORMATS.find(({ key }) => key === 'nessus-xml');
  if (!format) throw new Error('there is no reader of .nessus files');
  const found = await collectFindings(format.read(pieces(), IMPORT_LIMITS));
  const instances = found.reduce((sum, { instances: places }) => sum + places.length, 0);
  if (instances !== ITEMS) throw new Error(`${instances} of ${ITEMS} items were found`);
  return performance.now() - startedAt;
}

/** The most memory that a process ever held, in MB; null where the system does not say. */
function peakMbOf(pid: number): number | null {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line?.[1] === undefined ? null : Math.round(Number(line[1]) / 1024);
  } catch {
    return null;
  }
}

const sax: number[] = [];
const parsed: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  // In turn, so that a machine that slows down wrongs neither.
  for (const one of round % 2 === 0 ? ['sax', 'parse'] : ['parse', 'sax']) {
    if (one === 'sax') sax.push(await bareSax());
    else parsed.push(await parse());
  }
}
note(
  `${Math.round(scan.length / 1e6)} MB: bare SAX ${Math.round(median(sax))} ms, findings ${Math.round(median(parsed))} ms`,
);

await using folder = await temporaryDataFolder();
await using server = await startServer(folder.path);
const run = await uploadScan(server, setupLinkOf(server), scan);
note(
  `upload ${Math.round(run.uploadMs)} ms, preview ${Math.round(run.previewMs)} ms, written ${Math.round(run.applyMs)} ms`,
);
if (run.instances !== ITEMS) throw new Error(`${run.instances} of ${ITEMS} instances were written`);

printResult('imports', {
  itemsPerSecond: Math.round(ITEMS / ((run.uploadMs + run.previewMs + run.applyMs) / 1000)),
  ratioToSax: Math.round((median(sax) / median(parsed)) * 100) / 100,
  peakMb: peakMbOf(server.pid),
  items: ITEMS,
  parsedPerSecond: Math.round(ITEMS / (median(parsed) / 1000)),
  steps: {
    uploadMs: Math.round(run.uploadMs),
    previewMs: Math.round(run.previewMs),
    applyMs: Math.round(run.applyMs),
  },
  aims: { ratioToSax: 0.4, peakMb: 600 },
  seed: SEED,
  sizes: { bytes: scan.length, plugins: PLUGINS, hosts: HOSTS, rounds: ROUNDS },
});
