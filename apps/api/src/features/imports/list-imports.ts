import { ImportList } from '@sallyport/contracts/staff';
import { listImports as readImports } from '@sallyport/db';
import { IMPORT_FORMATS, IMPORT_LIMITS } from '@sallyport/importers';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { importView } from './import-view.ts';

/** The latest imports of a project, and which files it takes. */
export const listImports = procedure
  .staff({ permission: null, on: 'project', action: 'project.read' })
  .input(NoInput)
  .output(ImportList)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'project.read', project: grant.facts });
    const rows = await readImports(tx, grant);
    return {
      rows: rows.map(importView),
      formats: IMPORT_FORMATS.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
      maxBytes: IMPORT_LIMITS.maxBytes,
    };
  });
