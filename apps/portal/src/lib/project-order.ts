import type { ProjectStatus } from '@sallyport/contracts/common';

/** What goes on now comes first, then what is to come, then what is done. */
export const PROJECT_ORDER = [
  'IN_PROGRESS',
  'UPCOMING',
  'COMPLETED',
] as const satisfies readonly ProjectStatus[];

/** Projects by where they stand; within that, as they came. */
export function inOrder<Project extends { status: ProjectStatus }>(projects: readonly Project[]): Project[] {
  return projects.toSorted((a, b) => PROJECT_ORDER.indexOf(a.status) - PROJECT_ORDER.indexOf(b.status));
}
