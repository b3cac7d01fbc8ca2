import { createRouter } from '../../trpc/procedure.ts';
import { createGroup } from './create-group.ts';
import { deleteGroup } from './delete-group.ts';
import { getGroup } from './get-group.ts';
import { listGroups } from './list-groups.ts';
import { previewGroupChange } from './preview-group-change.ts';
import { updateGroup } from './update-group.ts';

export const groupsRouter = createRouter({
  listGroups,
  getGroup,
  createGroup,
  updateGroup,
  previewGroupChange,
  deleteGroup,
});
