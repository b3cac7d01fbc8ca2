import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLogger } from './log.ts';
import { ConfigurationError, readConfiguration } from './start/env.ts';
import { explainStartFailure } from './start/explain-failure.ts';
import { type Running, startSallyport } from './start/start.ts';
import { summaryText } from './start/summary.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const startedAt = performance.now();

// Listening for signals before anything starts: a stop that comes early waits for the start and then undoes it, so that
// no database is left running.
const askedToStop = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});

try {
  const configuration = readConfiguration(process.env, process.argv.slice(2), join(root, '.sallyport'));
  const running = await startSallyport(configuration, {
    log: createLogger(),
    migrationsDir: join(here, 'migrations'),
    webFolders: { staff: join(root, 'apps/dashboard/dist'), portal: join(root, 'apps/portal/dist') },
    isStrict: process.env['NODE_ENV'] !== 'production',
  });
  process.stdout.write(
    summaryText({ configuration, ...running.facts, startedInMs: performance.now() - startedAt }),
  );
  void askedToStop.then(() => stop(running));
} catch (error) {
  process.stderr.write(explainStartFailure(error));
  process.exit(error instanceof ConfigurationError ? 2 : 1);
}

async function stop(running: Running): Promise<void> {
  try {
    await running.stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(explainStartFailure(error));
    process.exit(1);
  }
}
