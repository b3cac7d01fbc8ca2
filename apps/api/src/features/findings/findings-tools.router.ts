import { createRouter, procedure } from '../../trpc/procedure.ts';
import { getFinding } from './get-finding.ts';
import { listFindings } from './list-findings.ts';

export const toolsFindingsRouter = createRouter({
  listFindings: procedure.tools(listFindings, { permission: null, on: 'project', action: 'project.read' }),
  getFinding: procedure.tools(getFinding, { permission: null, on: 'finding', action: 'project.read' }),
});
