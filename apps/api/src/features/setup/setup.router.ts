import { createRouter } from '../../trpc/procedure.ts';
import { completeSetup } from './complete-setup.ts';

export const setupRouter = createRouter({ completeSetup });
