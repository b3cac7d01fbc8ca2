import { ensureBuilt, ensureInstalled, turbo } from '../support/bootstrap.mjs';
import { Failure, report } from '../support/failure.mjs';
import { listFiles } from '../support/files.mjs';
import { ROOT } from '../support/paths.mjs';
import { bold, duration, say, step, yellow } from '../support/terminal.mjs';
import { vitest } from '../support/vitest.mjs';
import { built } from './built.mjs';
import { journeys } from './journeys.mjs';
import { structure } from './structure.mjs';
import { style } from './style.mjs';
import { types } from './types.mjs';

const total = { passed: 0, failed: 0, skipped: 0, reasons: {} };

function add(counts) {
  for (const key of ['passed', 'failed', 'skipped']) total[key] += counts[key];
  for (const [reason, count] of Object.entries(counts.reasons)) {
    total.reasons[reason] = (total.reasons[reason] ?? 0) + count;
  }
}

/** Runs a stage of tests under its own headline (vitest draws its own progress) and fails when a test did. */
async function tests(title, work) {
  const started = Date.now();
  say(`\n  ${bold(title)}`);
  const counts = await work();
  add(counts);
  say(`  ${title}: ${duration(Date.now() - started)}`);
  if (counts.failed > 0) {
    throw new Failure(`${title}: ${counts.failed} failed.`, {
      mend: 'Run one file with `npm test -- <part of its path>`; repeat this order with SALLYPORT_SEED=<the seed printed above>.',
    });
  }
}

const generate = () =>
  turbo(
    'generate',
    'The database client could not be generated.',
    'The schema is in packages/db/src/schema.',
  );

async function everything() {
  await ensureInstalled();
  await step('Format and lint', style);
  await step('Generated code', generate);
  await step('Structure', structure);
  await step('Types', types);
  await step('Build', built);
  await tests('Unit and database tests', () => vitest(['--project', '!e2e']));
  await tests('Journeys', () => journeys());
}

/** Only the test files whose path holds one of the filters; the journeys need the built apps, the others do not. */
async function partial(filters) {
  say(
    yellow(
      `  A partial run: only tests whose path holds ${filters.map((text) => `"${text}"`).join(' or ')}.`,
    ),
  );
  const files = listFiles(ROOT).filter(
    (path) => /\.test\.(tsx?|mjs)$/.test(path) && filters.some((text) => path.includes(text)),
  );
  const hasJourneys = files.some((path) => path.startsWith('e2e/'));
  const hasOthers = files.some((path) => !path.startsWith('e2e/'));
  if (files.length === 0)
    throw new Failure('No test file has such a path.', { mend: 'npm test -- packages/access' });
  await ensureInstalled();
  if (hasOthers) {
    await generate();
    await tests('Tests', () => vitest(['--project', '!e2e', ...filters]));
  }
  if (hasJourneys) {
    await step('Build', ensureBuilt);
    await tests('Journeys', () => journeys(filters));
  }
}

/** Runs the suite and returns the exit code. The last line of all is the sum, also after a failure. */
export async function main(args) {
  const started = Date.now();
  const filters = args.filter((arg) => !arg.startsWith('-'));
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--deep');
  if (args.includes('--deep')) process.env.SALLYPORT_DEEP = '1';
  let exitCode = 0;
  try {
    if (unknown)
      throw new Failure(`There is no option ${unknown}.`, {
        mend: 'npm test -- [--deep] [part of a path …]',
      });
    await (filters.length > 0 ? partial(filters) : everything());
  } catch (error) {
    exitCode = report(error) || 1;
    // A stage that failed without a failed test would otherwise close with "0 failed".
    if (total.failed === 0) total.failed = 1;
  }
  for (const [reason, count] of Object.entries(total.reasons)) say(`  ${count} skipped: ${reason}`);
  if (filters.length > 0) say(yellow('  This was a partial run.'));
  say(`  ${duration(Date.now() - started)} in all`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return exitCode;
}
