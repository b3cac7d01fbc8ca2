// How long a report takes and how much memory it needs, by its number of findings; and the same text set with nothing, so
// that the template's own cost can be seen. Every figure is from a process of its own. Aim for 500: 6 s and 900 MB.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { median, note, printResult, setting } from './support/report.ts';
import type { RenderFigures, RenderOrder } from './support/report-render.ts';

const SIZES = [10, 100, 500] as const;
const ROUNDS = setting('SALLYPORT_BENCH_ROUNDS', 3);
const SEED = setting('SALLYPORT_SEED', 20_261_122);

async function render(order: RenderOrder): Promise<RenderFigures> {
  const file = fileURLToPath(new URL('./support/report-render.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, file], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  child.send(order);
  const [figures]: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (!isFigures(figures)) throw new Error('the report was not rendered');
  return figures;
}

const isFigures = (value: unknown): value is RenderFigures =>
  typeof value === 'object' && value !== null && 'ms' in value && 'cpuMs' in value && 'peakMb' in value;

async function measure(findings: number, isBare: boolean) {
  const taken: RenderFigures[] = [];
  for (let round = 0; round < ROUNDS; round += 1) taken.push(await render({ findings, seed: SEED, isBare }));
  const ms = median(taken.map((each) => each.ms));
  const cpuMs = median(taken.map((each) => each.cpuMs));
  const peakMb = median(taken.map((each) => each.peakMb));
  const [first] = taken;
  note(
    `${isBare ? 'bare  ' : 'report'} ${String(findings).padStart(4)} findings: ${ms} ms, ${cpuMs} ms of processor, ${peakMb} MB, ${first?.pages} pages, ${first?.kb} kB`,
  );
  return { ms, cpuMs, peakMb };
}

const pdf: Record<number, Awaited<ReturnType<typeof measure>>> = {};
const bare: Record<number, Awaited<ReturnType<typeof measure>>> = {};
for (const size of SIZES) {
  bare[size] = await measure(size, true);
  pdf[size] = await measure(size, false);
}
printResult('reports', {
  pdf,
  bare,
  aims: { 500: { ms: 6_000, peakMb: 900 } },
  seed: SEED,
  sizes: { rounds: ROUNDS, textBytes: 800 },
});
