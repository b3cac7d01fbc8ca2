import { type Outputs, trpc } from '../../lib/trpc.ts';

export type GroupRow = Outputs['groups']['listGroups']['rows'][number];
export type GroupDetail = Outputs['groups']['getGroup'];
export type GroupMember = GroupDetail['members'][number];
export type GroupEffect = Outputs['groups']['previewGroupChange'];

export const groupListOptions = trpc.groups.listGroups.queryOptions();

export function groupOptions(groupId: string) {
  return trpc.groups.getGroup.queryOptions({ groupId });
}
