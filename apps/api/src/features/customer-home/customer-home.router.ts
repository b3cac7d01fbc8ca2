import { createRouter } from '../../trpc/procedure.ts';
import { getHome } from './get-home.ts';

export const customerHomeRouter = createRouter({ getHome });
