import { expect, test } from 'vitest';
import { inOrder } from './project-order.ts';

test('running projects come first, completed ones last, and equals keep their order', () => {
  const projects = [
    { name: 'a', status: 'COMPLETED' },
    { name: 'b', status: 'UPCOMING' },
    { name: 'c', status: 'IN_PROGRESS' },
    { name: 'd', status: 'IN_PROGRESS' },
  ] as const;
  expect(inOrder(projects).map(({ name }) => name)).toEqual(['c', 'd', 'b', 'a']);
});
