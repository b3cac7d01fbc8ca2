import { createRouter } from '../../trpc/procedure.ts';
import { applyImport } from './apply-import.ts';
import { discardImport } from './discard-import.ts';
import { getImport } from './get-import.ts';
import { listImports } from './list-imports.ts';

export const importsRouter = createRouter({ listImports, getImport, applyImport, discardImport });
