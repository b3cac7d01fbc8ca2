import { createRouter } from '../../trpc/procedure.ts';
import { createFinding } from './create-finding.ts';
import { deleteFinding } from './delete-finding.ts';
import { getFinding } from './get-finding.ts';
import { listFindings } from './list-findings.ts';
import { publishFindings } from './publish-findings.ts';
import { scoreVector } from './score-vector.ts';
import { searchCwe } from './search-cwe.ts';
import { unpublishFindings } from './unpublish-findings.ts';
import { updateFinding } from './update-finding.ts';

export const findingsRouter = createRouter({
  listFindings,
  getFinding,
  createFinding,
  updateFinding,
  deleteFinding,
  scoreVector,
  searchCwe,
  publishFindings,
  unpublishFindings,
});
