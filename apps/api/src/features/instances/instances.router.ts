import { createRouter } from '../../trpc/procedure.ts';
import { addInstances } from './add-instances.ts';
import { removeInstances } from './remove-instances.ts';
import { updateInstance } from './update-instance.ts';

export const instancesRouter = createRouter({ addInstances, updateInstance, removeInstances });
