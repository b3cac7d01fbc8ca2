import { z } from 'zod';
import { Approach, Day, ProjectStatus } from '../common/engagement.ts';
import { AccountId, CompanyId, FindingId, ProjectId, ProjectTypeId, StandardId } from '../common/ids.ts';
import { Cursor, PageLimit, pageOf, SortDirection } from '../common/paging.ts';
import { Severity, SeverityCounts } from '../common/severity.ts';
import { DisplayName, Markdown, SearchText, Timestamp } from '../common/text.ts';
import { Person } from './accounts.ts';
import { PROJECT_SORTS } from './choices.ts';
import { CompanyRef } from './companies.ts';

export const MemberRole = z.enum(['OWNER', 'TESTER', 'REVIEWER', 'OBSERVER']);
export type MemberRole = z.infer<typeof MemberRole>;

/** How roles on a project are called; an owner is shown as its lead. */
export const MEMBER_ROLE_LABEL: Readonly<Record<MemberRole, string>> = {
  OWNER: 'Lead',
  TESTER: 'Tester',
  REVIEWER: 'Reviewer',
  OBSERVER: 'Observer',
};

export const ProjectRow = z.strictObject({
  id: ProjectId,
  /** Random and short, as SP-7K2QD: tells nothing of how many projects there are. */
  reference: z.string(),
  name: z.string(),
  company: CompanyRef,
  type: z.string(),
  status: ProjectStatus,
  isOverdue: z.boolean(),
  isRestricted: z.boolean(),
  testStart: Day.nullable(),
  testEnd: Day.nullable(),
  leads: z.array(Person),
  findings: SeverityCounts,
  /** What the viewer is on it; null when they see it through a permission. */
  myRole: MemberRole.nullable(),
  updatedAt: Timestamp,
});
export type ProjectRow = z.infer<typeof ProjectRow>;

export const ProjectSort = z.enum(PROJECT_SORTS);
export const ListProjectsInput = z.strictObject({
  search: SearchText,
  companyId: CompanyId.optional(),
  status: z.array(ProjectStatus).max(3).default([]),
  isMine: z.boolean().optional(),
  sort: z
    .strictObject({ field: ProjectSort, direction: SortDirection })
    .default({ field: 'createdAt', direction: 'desc' }),
  cursor: Cursor.optional(),
  limit: PageLimit,
});
export const ProjectPage = pageOf(ProjectRow);

/** What a project form chooses from. */
export const ProjectChoices = z.strictObject({
  types: z.array(z.strictObject({ id: ProjectTypeId, name: z.string() })),
  standards: z.array(z.strictObject({ id: StandardId, name: z.string() })),
});

export const ProjectMember = z.strictObject({
  person: Person,
  role: MemberRole,
  addedAt: Timestamp,
});
export type ProjectMember = z.infer<typeof ProjectMember>;

/** Hints for the interface; the server decides each again. */
export const ProjectAbilities = z.strictObject({
  canWrite: z.boolean(),
  canGovern: z.boolean(),
  canPublish: z.boolean(),
  canComplete: z.boolean(),
  canReport: z.boolean(),
  canRelease: z.boolean(),
  canAssign: z.boolean(),
});

export const ProjectDetail = z.strictObject({
  ...ProjectRow.shape,
  typeId: ProjectTypeId,
  approach: Approach.nullable(),
  description: z.string(),
  standards: z.array(z.strictObject({ id: StandardId, name: z.string() })),
  members: z.array(ProjectMember),
  scopeCount: z.number().int(),
  findingCount: z.number().int(),
  publishedCount: z.number().int(),
  /** Since when customers see the project; null while they do not. */
  shownAt: Timestamp.nullable(),
  completedAt: Timestamp.nullable(),
  completedBy: Person.nullable(),
  createdAt: Timestamp,
  version: z.number().int(),
  abilities: ProjectAbilities,
});
export type ProjectDetail = z.infer<typeof ProjectDetail>;

const ProjectFields = z.strictObject({
  name: DisplayName,
  typeId: ProjectTypeId,
  approach: Approach.nullable().default(null),
  testStart: Day.nullable().default(null),
  testEnd: Day.nullable().default(null),
  standardIds: z.array(StandardId).max(20).default([]),
  description: Markdown.default(''),
});

export const MemberInput = z.strictObject({ accountId: AccountId, role: MemberRole });

/** The creator becomes lead. Others are named by whoever holds Assign Projects. */
export const CreateProjectInput = z.strictObject({
  ...ProjectFields.shape,
  companyId: CompanyId,
});
export const CreatedProject = z.strictObject({ id: ProjectId, reference: z.string() });

export const UpdateProjectInput = z.strictObject({ ...ProjectFields.shape, version: z.number().int() });

/** Sets the whole team at once, leads included. */
export const AssignProjectInput = z.strictObject({
  version: z.number().int(),
  members: z.array(MemberInput).min(1).max(100),
});

/** One thing that is missing, and where it is put right. */
export const CompletenessItem = z.strictObject({
  key: z.enum([
    'standards',
    'scope',
    'dates',
    'findings',
    'instances',
    'severity',
    'texts',
    'import-waiting',
  ]),
  /** Blocking items hold completion back; the others are told. */
  isBlocking: z.boolean(),
  message: z.string(),
  findingIds: z.array(FindingId),
});

/** What completing would do, before it is done. */
export const CompletionPreview = z.strictObject({
  missing: z.array(CompletenessItem),
  /** Findings that completing publishes. */
  publishes: z.array(
    z.strictObject({ id: FindingId, title: z.string(), severity: Severity, instanceCount: z.number().int() }),
  ),
  alreadyPublished: z.number().int(),
  company: CompanyRef,
  /** Customers who will see them; names as the viewer may read them. */
  customers: z.array(z.strictObject({ id: AccountId, displayName: z.string() })),
  isProjectShownAlready: z.boolean(),
  version: z.number().int(),
});
export type CompletionPreview = z.infer<typeof CompletionPreview>;

/** `publishes` must be what the preview showed; otherwise the edit is stale. */
export const CompleteProjectInput = z.strictObject({
  version: z.number().int(),
  publishes: z.array(FindingId).max(10_000),
});
export const CompletedProject = z.strictObject({ publishedCount: z.number().int(), completedAt: Timestamp });
