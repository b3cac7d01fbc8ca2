import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { tree } from '../checks/fixture.mjs';
import CountsReporter from './counts-reporter.mjs';

const testOf = (state, note) => ({ result: () => ({ state, note }) });
const suite = (...errors) => ({ errors: () => errors });
const moduleOf = ({ tests = [], suites = [], errors = [] }) => ({
  errors: () => errors,
  children: { allTests: () => tests, allSuites: () => suites },
});

function countsOf(modules, unhandled = []) {
  const path = join(tree({}), 'counts.json');
  vi.stubEnv('SALLYPORT_COUNTS', path);
  onTestFinished(() => vi.unstubAllEnvs());
  new CountsReporter().onTestRunEnd(modules, unhandled, 'passed');
  return JSON.parse(readFileSync(path, 'utf8'));
}

test('sums passed, failed and skipped over all files, with the reasons', () => {
  const counts = countsOf([
    moduleOf({ tests: [testOf('passed'), testOf('failed'), testOf('skipped', 'no disk')] }),
    moduleOf({ tests: [testOf('passed'), testOf('skipped', 'no disk'), testOf('skipped')] }),
  ]);
  expect(counts).toMatchObject({ passed: 2, failed: 1, skipped: 3 });
  expect(counts.reasons).toEqual({ 'no disk': 2, 'marked as skipped or to do in its source': 1 });
});

test.each([
  ['a file that cannot be loaded', [moduleOf({ errors: ['boom'] })], []],
  ['a broken hook of a suite', [moduleOf({ tests: [testOf('skipped')], suites: [suite('boom')] })], []],
  ['an error outside all tests', [moduleOf({ tests: [testOf('passed')] })], ['boom']],
])('counts %s as a failure', (_, modules, unhandled) => {
  expect(countsOf(modules, unhandled).failed).toBe(1);
});
