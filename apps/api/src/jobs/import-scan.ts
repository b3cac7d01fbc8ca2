import { z } from 'zod';
import { carryOutImport, previewImport } from '../features/imports/import-work.service.ts';
import { defineJob } from './define-job.ts';

const ImportPayload = z.strictObject({ importId: z.uuid(), actorId: z.uuid() });

/** Reads an uploaded scan and prepares its preview. */
export const importScan = defineJob('import-scan', ImportPayload, previewImport);

/** Carries out an import that was looked at. */
export const applyImport = defineJob('apply-import', ImportPayload, carryOutImport);
