import { findingsAccess } from '../features/findings/findings.access.ts';
import { importsAccess } from '../features/imports/imports.access.ts';
import { projectsAccess } from '../features/projects/projects.access.ts';
import { type MatrixRow, subjectOf } from './matrix-row.ts';

/** What tools can call, by hand; everything else of staff is not there for them. */
const SUBJECTS: readonly string[] = [
  'projects.listProjects',
  'projects.getProject',
  'findings.listFindings',
  'findings.getFinding',
  'imports.listImports',
  'imports.getImport',
  'imports.applyImport',
  'imports.discardImport',
  'POST /upload/imports/:projectId',
];

/**
 * T1: with a token of wide scopes everybody meets what he meets himself: an Admin by the permissions that his token
 * carries, not by the flag. Narrow scopes, and what only the flag gives, are told in doors/tools.test.ts.
 */
export const toolsAccess: readonly MatrixRow[] = [...projectsAccess, ...findingsAccess, ...importsAccess]
  .filter((row) => SUBJECTS.includes(subjectOf(row)))
  .map((row) => {
    const declared =
      row.declared.kind === 'public' ? row.declared : { ...row.declared, kind: 'tools' as const };
    return 'route' in row
      ? { ...row, door: 'tools' as const, declared, route: 'POST /tools/imports/:projectId' }
      : { ...row, door: 'tools' as const, declared };
  });
