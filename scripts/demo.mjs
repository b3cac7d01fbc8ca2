// npm run demo: installs and builds like npm start, then runs a sample installation that is gone when it stops.
import { demandNode } from './support/node-version.mjs';

demandNode();
const { ensureBuilt } = await import('./support/bootstrap.mjs');
const { Failure, report } = await import('./support/failure.mjs');
const { stopWithNpm } = await import('./support/serve.mjs');
const { say } = await import('./support/terminal.mjs');

const USAGE =
  '  npm run demo            prints where to go and as whom\n  npm run demo -- --json  the same for programs, as one line of JSON on stdout';

/** A Ctrl-C that comes from the terminal and from npm is one wish; nothing that comes later interrupts the tidying up. */
function stopOnSignals() {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  stopWithNpm(stop);
  return stopping.signal;
}

async function main(args) {
  const isJson = args.length === 1 && args[0] === '--json';
  if (args.length > 0 && !isJson)
    throw new Failure(`Unknown arguments: ${args.join(' ')}`, { mend: USAGE, exitCode: 2 });
  if (process.env.DATABASE_URL) {
    throw new Failure('The demo makes a database of its own and never fills one that you have.', {
      mend: 'DATABASE_URL is set: unset it for this command. To work with that database, run npm start.',
      exitCode: 2,
    });
  }
  await ensureBuilt();
  const { register } = await import('tsx/esm/api');
  register();
  const { runDemo } = await import('../demo/demo.ts');
  return runDemo({ isJson, stop: stopOnSignals(), say: (words) => say(`  ${words}`) });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}
