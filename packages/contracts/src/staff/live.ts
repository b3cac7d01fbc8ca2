import { z } from 'zod';
import { ProjectId } from '../common/ids.ts';

/** Something changed that the receiver may see; the page asks again for what it shows. */
export const LiveEvent = z.strictObject({
  kind: z.enum(['import', 'report', 'finding', 'project']),
  id: z.uuid(),
  projectId: ProjectId,
  /** For jobs: how far, of how much. */
  progress: z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable(),
  state: z.string().nullable(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;
