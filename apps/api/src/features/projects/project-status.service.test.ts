import { describe, expect, test } from 'vitest';
import { dateProblems, dayOf, isOverdue, projectStatus } from './project-status.service.ts';

const TODAY = '2026-03-29';
const done = new Date('2026-03-01T00:00:00Z');

describe('the status of a project', () => {
  test.each([
    [null, null, null, 'UPCOMING', false],
    ['2026-03-30', null, null, 'UPCOMING', false],
    ['2026-03-30', '2026-04-10', null, 'UPCOMING', false],
    [null, '2026-04-10', null, 'UPCOMING', false],
    ['2026-03-29', null, null, 'IN_PROGRESS', false],
    ['2026-03-29', '2026-03-29', null, 'IN_PROGRESS', false],
    ['2026-03-01', '2026-03-28', null, 'IN_PROGRESS', true],
    [null, '2026-03-28', null, 'IN_PROGRESS', true],
    ['2026-04-01', '2026-04-10', done, 'COMPLETED', false],
    ['2026-01-01', '2026-01-10', done, 'COMPLETED', false],
  ] as const)('from %s to %s, completed %s: %s', (testStart, testEnd, completedAt, status, overdue) => {
    const times = { testStart, testEnd, completedAt };
    expect([projectStatus(times, TODAY), isOverdue(times, TODAY)]).toEqual([status, overdue]);
  });

  test('a day is the day in UTC, whatever the machine thinks', () => {
    expect(dayOf(new Date('2026-03-29T23:59:59.999Z'))).toBe('2026-03-29');
    expect(dayOf(new Date('2026-03-30T00:00:00.000Z'))).toBe('2026-03-30');
  });
});

describe('the dates of a form', () => {
  test.each([
    [null, null, []],
    ['2026-03-01', '2026-03-01', []],
    ['2000-01-01', '2099-12-31', []],
    ['2026-03-02', '2026-03-01', ['testEnd']],
    ['0001-01-01', null, ['testStart']],
    [null, '9999-12-31', ['testEnd']],
  ])('from %s to %s: %j need attention', (testStart, testEnd, paths) => {
    expect(dateProblems({ testStart, testEnd }).map(({ path }) => path)).toEqual(paths);
  });
});
