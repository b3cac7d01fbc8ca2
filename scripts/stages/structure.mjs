import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '../support/failure.mjs';
import { ROOT } from '../support/paths.mjs';
import { runBoundaries } from './boundaries.mjs';
import { runUnused } from './unused.mjs';

const folder = new URL('../checks/', import.meta.url);

/** Every check of the folder: a file `<name>.check.mjs` exports `check(root)`, its violations, and `mend`, the way out. */
async function loadChecks() {
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.check.mjs'));
  return Promise.all(names.sort().map((name) => import(new URL(name, folder).href)));
}

/** One violation on a line, as editors and terminals can open it. */
const show = ({ file, line, message }) => `  ${file}${line ? `:${line}` : ''}  ${message}`;

/** The rules of the house that no compiler knows: own checks, layer rules and cycles, unused code. */
export async function structure() {
  const checks = await loadChecks();
  const found = checks.map(({ title, mend, check }) => ({ title, mend, violations: check(ROOT) }));
  const tools = await Promise.all([runBoundaries(), runUnused()]);
  const broken = [
    ...found
      .filter(({ violations }) => violations.length > 0)
      .map(({ title, mend, violations }) => `${title}\n${violations.map(show).join('\n')}\n  → ${mend}`),
    ...tools.filter((text) => text !== ''),
  ];
  if (broken.length > 0) {
    throw new Failure('The structure check found something.', {
      output: broken.join('\n\n'),
      mend: 'Each arrow above says how to mend its part; docs/architecture.md says why the rules are there.',
    });
  }
  return `${checks.length + tools.length} checks`;
}
