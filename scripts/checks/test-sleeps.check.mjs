import { listFiles, readText } from '../support/files.mjs';

export const title = 'Tests do not sleep';
export const mend =
  'Wait for the thing itself: expect.poll, vi.waitFor, a locator, an event; or move the clock.';

const TEST = /\.test\.(ts|tsx|mjs)$|^e2e\/.*\.ts$/;
const SELF = /^scripts\/checks\//;

const SLEEPS = [
  [/\bwaitForTimeout\s*\(/, 'waitForTimeout'],
  [/\bsleep\s*\(/, 'sleep()'],
  [/(?:node:)?timers\/promises/, 'timers/promises'],
  [/new Promise\b[^;]{0,80}\bsetTimeout\s*\(/, 'a promise of setTimeout'],
  [/\bAtomics\.wait\s*\(/, 'Atomics.wait'],
];

export function check(root) {
  return listFiles(root)
    .filter((path) => TEST.test(path) && !SELF.test(path))
    .flatMap((file) => {
      const text = readText(root, file);
      return SLEEPS.flatMap(([pattern, name]) => {
        const index = text.search(pattern);
        return index < 0
          ? []
          : [{ file, line: text.slice(0, index).split('\n').length, message: `${name} in a test` }];
      });
    });
}
