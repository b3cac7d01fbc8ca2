import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tree } from '../checks/fixture.mjs';
import { withLock } from './lock.mjs';

test('two holders come one after the other', async () => {
  const root = tree({});
  const order = [];
  const hold = (name) =>
    withLock(root, async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
    });
  await Promise.all([hold('a'), hold('b')]);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('the lock of a dead process is broken, and a failure lets go', async () => {
  // No process has this id: Linux counts to 4,194,304 at most.
  const root = tree({ 'node_modules/.sallyport/lock': '99999999' });
  await expect(withLock(root, () => Promise.reject(new Error('broken build')))).rejects.toThrow(
    'broken build',
  );
  expect(existsSync(join(root, 'node_modules/.sallyport/lock'))).toBe(false);
});
