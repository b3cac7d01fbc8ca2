import { expect, test } from 'vitest';
import { byProject } from './by-project.ts';

const report = (projectId: string, releasedAt: string) => ({ projectId, releasedAt });

test('versions stand by their project, newest first, and so do the projects', () => {
  const groups = byProject([
    report('a', '2025-01-01T00:00:00Z'),
    report('b', '2025-03-01T00:00:00Z'),
    report('a', '2025-02-01T00:00:00Z'),
  ]);
  expect(
    groups.map((group) => group.map(({ projectId, releasedAt }) => `${projectId} ${releasedAt.slice(5, 7)}`)),
  ).toEqual([['b 03'], ['a 02', 'a 01']]);
});
