// npm run admin -- …: builds what changed, then runs the command line of the server, beside a running one or alone.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { demandNode } from './support/node-version.mjs';
import { ROOT } from './support/paths.mjs';

demandNode();
const { ensureBuilt } = await import('./support/bootstrap.mjs');
const { report } = await import('./support/failure.mjs');

try {
  await ensureBuilt();
  const program = join(ROOT, 'apps', 'api', 'dist', 'admin.js');
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
    env: { NODE_ENV: 'production', ...process.env },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} catch (error) {
  process.exitCode = report(error);
}
