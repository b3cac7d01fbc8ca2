import { expect, test } from 'vitest';
import { firstAlt, storedName } from './evidence-names.ts';

test.each([
  ['login_bypass-step 1.JPG', 'login_bypass-step 1.png', 'login bypass step 1'],
  ['archive.tar.gz', 'archive.tar.png', 'archive.tar'],
  ['.png', 'screenshot.png', 'screenshot'],
  ['no extension', 'no extension.png', 'no extension'],
  ['__.png', '__.png', 'Screenshot'],
  [`${'😀'.repeat(400)}.png`, `${'😀'.repeat(400)}.png`, '😀'.repeat(300)],
])('%s', (name, stored, alt) => {
  expect(storedName(name)).toBe(stored);
  expect(firstAlt(name)).toBe(alt);
});
