import type { z } from 'zod';
import type { FindingDetail, FindingPage, ListFindingsInput } from '../staff/findings.ts';
import type { ImportDetail, ImportList } from '../staff/imports.ts';
import type { ListProjectsInput, ProjectDetail, ProjectPage } from '../staff/projects.ts';

interface OnProject {
  projectId: string;
}
interface OnImport {
  importId: string;
}

/** One procedure of the tools door as its callers see it. */
interface Query<Input, Output> {
  kind: 'query';
  input: Input;
  output: Output;
}
interface Mutation<Input, Output> {
  kind: 'mutation';
  input: Input;
  output: Output;
}

/**
 * Every procedure of the tools door by its path. The published client takes its types from here, and the router must
 * satisfy it, so that the client never drags the server's types along.
 */
export interface ToolsApi {
  'projects.listProjects': Query<z.input<typeof ListProjectsInput>, z.output<typeof ProjectPage>>;
  'projects.getProject': Query<OnProject, ProjectDetail>;
  'findings.listFindings': Query<OnProject & z.input<typeof ListFindingsInput>, z.output<typeof FindingPage>>;
  'findings.getFinding': Query<{ findingId: string }, FindingDetail>;
  'imports.listImports': Query<OnProject, z.output<typeof ImportList>>;
  'imports.getImport': Query<OnImport, ImportDetail>;
  'imports.applyImport': Mutation<OnImport & { version: number }, { version: number }>;
  'imports.discardImport': Mutation<OnImport & { version: number }, { version: number }>;
}
