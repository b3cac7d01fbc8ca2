import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLogger } from './log.ts';
import { ConfigurationError, readConfiguration } from './start/env.ts';
import { explainStartFailure } from './start/explain-failure.ts';
import { startSallyport } from './start/start.ts';
import { summaryText } from './start/summary.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const startedAt = performance.now();

try {
  const configuration = readConfiguration(process.env, process.argv.slice(2), join(root, '.sallyport'));
  const running = await startSallyport(configuration, {
    log: createLogger(),
    migrationsDir: join(here, 'migrations'),
    webFolders: { staff: join(root, 'apps/dashboard/dist'), portal: join(root, 'apps/portal/dist') },
    isStrict: process.env['NODE_ENV'] !== 'production',
  });
  stopOn('SIGINT', running.stop);
  stopOn('SIGTERM', running.stop);
  process.stdout.write(
    summaryText({ configuration, ...running.facts, startedInMs: performance.now() - startedAt }),
  );
} catch (error) {
  process.stderr.write(explainStartFailure(error));
  process.exit(error instanceof ConfigurationError ? 2 : 1);
}

function stopOn(signal: NodeJS.Signals, stop: () => Promise<void>): void {
  let isStopping = false;
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(explainStartFailure(error));
        process.exit(1);
      },
    );
  });
}
