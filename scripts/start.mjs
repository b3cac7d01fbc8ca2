// npm start: installs what is missing, builds what changed, then becomes the server's guardian.
import { demandNode } from './support/node-version.mjs';

demandNode();
const { ensureBuilt } = await import('./support/bootstrap.mjs');
const { report } = await import('./support/failure.mjs');
const { serve } = await import('./support/serve.mjs');

try {
  await ensureBuilt();
  process.exitCode = await serve(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}
