import { createRouter } from '../../trpc/procedure.ts';
import { removeEvidence } from './remove-evidence.ts';
import { updateEvidence } from './update-evidence.ts';

export const evidenceRouter = createRouter({ updateEvidence, removeEvidence });
