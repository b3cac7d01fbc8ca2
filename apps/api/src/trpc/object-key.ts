import {
  AccountId,
  CompanyId,
  FindingId,
  GroupId,
  ImportId,
  ProjectId,
  ReportId,
} from '@sallyport/contracts/common';
import type { z } from 'zod';
import type { ObjectKind } from './access-declaration.ts';

/** Kind of object → the input key that holds its id. What customers see is addressed like what staff see. */
const KEYS = {
  user: 'userId',
  group: 'groupId',
  company: 'companyId',
  customer: 'customerId',
  project: 'projectId',
  finding: 'findingId',
  import: 'importId',
  report: 'reportId',
  'shown-project': 'projectId',
  'published-finding': 'findingId',
  'released-report': 'reportId',
} as const satisfies Record<ObjectKind, string>;

/** The name of the input key that holds the id of an object. */
export type ObjectKey<On extends ObjectKind> = (typeof KEYS)[On];

export function objectKey<On extends ObjectKind>(on: On): ObjectKey<On> {
  return KEYS[on];
}

export const ID_SCHEMAS = {
  user: AccountId,
  group: GroupId,
  company: CompanyId,
  customer: AccountId,
  project: ProjectId,
  finding: FindingId,
  import: ImportId,
  report: ReportId,
  'shown-project': ProjectId,
  'published-finding': FindingId,
  'released-report': ReportId,
} as const satisfies Record<ObjectKind, z.ZodType>;
