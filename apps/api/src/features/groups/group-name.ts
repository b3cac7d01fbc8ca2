import { CUSTOMER_STARTING_GROUPS } from '@sallyport/contracts/portal';
import { STAFF_STARTING_GROUPS } from '@sallyport/contracts/staff';
import { isGroupNameTaken, nameSkeleton, type Tx } from '@sallyport/db';

/** The names that built-in groups come with; nobody else's group may look like one, even when they were renamed (A6). */
const BUILT_IN_NAMES: ReadonlyMap<string, string> = new Map(
  [...STAFF_STARTING_GROUPS, ...CUSTOMER_STARTING_GROUPS].flatMap(({ key, name }) =>
    key === null ? [] : [[nameSkeleton(name), key] as const],
  ),
);

export const NAME_TAKEN = 'A group with this name exists, or one that looks the same. Choose another name.';

/** A6: whether a name cannot be given to a group, because it is another's or imitates a built-in one. */
export async function isNameRefused(
  tx: Tx,
  name: string,
  group: { id: string; key: string | null } | null,
): Promise<boolean> {
  const skeleton = nameSkeleton(name);
  const builtInKey = BUILT_IN_NAMES.get(skeleton);
  if (builtInKey !== undefined && builtInKey !== group?.key) return true;
  return isGroupNameTaken(tx, skeleton, group?.id ?? null);
}
