/** Roles on the team of a project. */
export const ProjectRole = { Tester: 'tester', Reviewer: 'reviewer', Observer: 'observer' } as const;
export type ProjectRole = (typeof ProjectRole)[keyof typeof ProjectRole];

/** What somebody is on a project. */
export type ProjectStanding = 'owner' | ProjectRole;

/** What the rules need to know of a project (A15, A16, "Who may read"). */
export interface ProjectFacts {
  ownerIds: readonly string[];
  team: readonly { accountId: string; role: ProjectRole }[];
  isRestricted: boolean;
  /** A completed project is locked: texts, ratings, scope, instances and dates stay as they were delivered. */
  isCompleted: boolean;
  /** G6: why an Admin enters a restricted project; its owners are told. */
  adminReason?: string;
}
