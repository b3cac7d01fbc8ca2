import { z } from 'zod';
import { PROJECT_STATUSES } from './choices.ts';
import { Severity } from './severity.ts';

/** What the firm verified. The client's decision (treatment) is a separate fact. */
export const Result = z.enum(['OPEN', 'FIXED', 'PARTIALLY_FIXED', 'NOT_RETESTED', 'WITHDRAWN']);
export type Result = z.infer<typeof Result>;

export const RESULT_LABEL: Readonly<Record<Result, string>> = {
  OPEN: 'Open',
  FIXED: 'Fixed',
  PARTIALLY_FIXED: 'Partially fixed',
  NOT_RETESTED: 'Not retested',
  WITHDRAWN: 'Withdrawn',
};

/** Where a project stands: by its dates until it is completed. */
export const ProjectStatus = z.enum(PROJECT_STATUSES);
export type ProjectStatus = z.infer<typeof ProjectStatus>;

export const PROJECT_STATUS_LABEL: Readonly<Record<ProjectStatus, string>> = {
  UPCOMING: 'Upcoming',
  IN_PROGRESS: 'In progress',
  COMPLETED: 'Completed',
};

export const Approach = z.enum(['BLACK_BOX', 'GREY_BOX', 'WHITE_BOX']);
export type Approach = z.infer<typeof Approach>;

export const APPROACH_LABEL: Readonly<Record<Approach, string>> = {
  BLACK_BOX: 'Black box',
  GREY_BOX: 'Grey box',
  WHITE_BOX: 'White box',
};

export const ScopeKind = z.enum(['URL', 'HOST', 'ADDRESS', 'RANGE', 'APPLICATION', 'OTHER']);
export type ScopeKind = z.infer<typeof ScopeKind>;

export const SCOPE_KIND_LABEL: Readonly<Record<ScopeKind, string>> = {
  URL: 'URL',
  HOST: 'Host',
  ADDRESS: 'IP address',
  RANGE: 'IP range',
  APPLICATION: 'Application',
  OTHER: 'Other',
};

/** The rating that a finding carries, and where it comes from. */
export const SeveritySource = z.enum(['TOOL', 'CVSS31', 'CVSS40', 'MANUAL']);
export type SeveritySource = z.infer<typeof SeveritySource>;

/** A CVSS vector as the server scored it. */
export const CvssScore = z.strictObject({
  version: z.enum(['3.1', '4.0']),
  vector: z.string(),
  /** 0.0 to 10.0, one decimal. */
  score: z.number().min(0).max(10),
  severity: Severity,
});
export type CvssScore = z.infer<typeof CvssScore>;

/** What a scanner said: kept and shown, never converted, never overruling the severity of the tool. */
export const ScannerVector = z.strictObject({
  version: z.enum(['2.0', '3.0', '3.1', '4.0']),
  vector: z.string(),
  score: z.number().nullable(),
});
export type ScannerVector = z.infer<typeof ScannerVector>;

/** A weakness of the CWE list, by number and name. */
export const Cwe = z.strictObject({ id: z.number().int().min(1), name: z.string() });
export type Cwe = z.infer<typeof Cwe>;

/** A calendar day without zone, as 2026-03-29. */
export const Day = z.iso.date({ error: 'Write a date.' });
