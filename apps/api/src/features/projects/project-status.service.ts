import type { FieldProblem, ProjectStatus } from '@sallyport/contracts/common';

/** When a project runs; days as 2026-03-29. */
export interface ProjectDates {
  testStart: string | null;
  testEnd: string | null;
}

export interface ProjectTimes extends ProjectDates {
  completedAt: Date | null;
}

/** The calendar day of a moment, in UTC. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Where a project stands: by its dates until it is completed. Without a first day the last one counts; without both it is ahead. */
export function projectStatus(
  { testStart, testEnd, completedAt }: ProjectTimes,
  today: string,
): ProjectStatus {
  if (completedAt !== null) return 'COMPLETED';
  const begins = testStart ?? testEnd;
  return begins !== null && begins <= today ? 'IN_PROGRESS' : 'UPCOMING';
}

/** Past its last day and not completed; a flag beside the status. */
export function isOverdue({ testEnd, completedAt }: ProjectTimes, today: string): boolean {
  return completedAt === null && testEnd !== null && testEnd < today;
}

const YEARS = { first: '2000', last: '2099' } as const;

/** What is wrong with the dates of a form, by field; empty when nothing is. */
export function dateProblems({ testStart, testEnd }: ProjectDates): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [path, day] of Object.entries({ testStart, testEnd })) {
    if (day !== null && (day < `${YEARS.first}-01-01` || day > `${YEARS.last}-12-31`)) {
      problems.push({ path, message: `Write a year between ${YEARS.first} and ${YEARS.last}.` });
    }
  }
  if (testStart !== null && testEnd !== null && testEnd < testStart) {
    problems.push({ path: 'testEnd', message: 'The last day is before the first. Choose a later one.' });
  }
  return problems;
}
