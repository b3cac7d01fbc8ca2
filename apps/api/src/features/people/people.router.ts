import { createRouter } from '../../trpc/procedure.ts';
import { listPeople } from './list-people.ts';

export const peopleRouter = createRouter({ listPeople });
