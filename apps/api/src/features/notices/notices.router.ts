import { createRouter } from '../../trpc/procedure.ts';
import { notMe } from './not-me.ts';

/** At both doors. */
export const noticesRouter = createRouter({ notMe });
