import type { ImportRow } from '@sallyport/contracts/staff';
import type { ImportRecord } from '@sallyport/db';
import { IMPORT_FORMATS } from '@sallyport/importers';
import type { z } from 'zod';
import { iso, isoOrNull } from '../wire.ts';

/** An import as it goes over the wire. */
export function importView(row: ImportRecord): z.input<typeof ImportRow> {
  return {
    id: row.id,
    projectId: row.projectId,
    fileName: row.fileName,
    format: IMPORT_FORMATS.find(({ key }) => key === row.format)?.name ?? row.format,
    bytes: row.bytes,
    state: row.state,
    progress: row.progress,
    findingCount: row.findingCount,
    instanceCount: row.instanceCount,
    newFindingCount: row.newFindingCount,
    newInstanceCount: row.newInstanceCount,
    counts: row.counts,
    problem: row.problem === null ? null : { message: row.problem, line: row.problemLine },
    createdAt: iso(row.createdAt),
    createdBy: row.createdBy,
    appliedAt: isoOrNull(row.appliedAt),
    appliedBy: row.appliedBy,
    version: row.version,
  };
}
