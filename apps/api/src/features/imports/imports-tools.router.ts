import { Permission } from '@sallyport/contracts/staff';
import { createRouter, procedure } from '../../trpc/procedure.ts';
import { applyImport } from './apply-import.ts';
import { discardImport } from './discard-import.ts';
import { getImport } from './get-import.ts';
import { listImports } from './list-imports.ts';

const write = { permission: Permission.ManageProjects, on: 'import', action: 'project.write' } as const;

export const toolsImportsRouter = createRouter({
  listImports: procedure.tools(listImports, { permission: null, on: 'project', action: 'project.read' }),
  getImport: procedure.tools(getImport, { permission: null, on: 'import', action: 'project.read' }),
  applyImport: procedure.tools(applyImport, write),
  discardImport: procedure.tools(discardImport, write),
});
