import { createRouter } from '../../trpc/procedure.ts';
import { streamEvents } from './stream-events.ts';

export const liveRouter = createRouter({ events: streamEvents });
