import { createRouter } from '../../trpc/procedure.ts';
import { getFinding } from './get-finding.ts';
import { listFindings } from './list-findings.ts';

export const customerFindingsRouter = createRouter({ listFindings, getFinding });
