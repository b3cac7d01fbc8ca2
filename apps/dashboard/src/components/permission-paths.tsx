import type { HeldPermission, StaffGrant, UserMembership } from '@sallyport/contracts/staff';
import { formatDay, PathLane, type PathNode, useStrings } from '@sallyport/ui';
import type { z } from 'zod';
import { canSeeGroups } from '../lib/abilities.ts';
import { useCurrentUser } from '../lib/current-user.ts';
import { strings } from '../strings/strings.ts';
import { permissionLabel, reachWords } from './grant-words.ts';

const t = strings.users;

/** The lanes by which one permission is held: group → grant → reach → how long. */
export function PermissionPaths({
  label,
  grant,
  paths,
  memberships,
  isAdmin,
}: {
  label: string;
  grant: StaffGrant;
  paths: HeldPermission['paths'];
  memberships: readonly z.infer<typeof UserMembership>[];
  isAdmin: boolean;
}) {
  const { locale } = useStrings();
  const linksGroups = canSeeGroups(useCurrentUser());
  const day = (at: string) => formatDay(at, locale);

  const groupNode = (path: HeldPermission['paths'][number]): PathNode => {
    const membership = memberships.find((one) => one.groupId === path.groupId);
    const by = membership?.grantedBy?.displayName ?? t.detail.firstStart;
    return {
      icon: 'layers',
      title: path.groupName,
      note: membership ? `${by}, ${day(membership.grantedAt)}` : '',
      href: linksGroups ? `/groups/${path.groupId}` : undefined,
    };
  };
  const grantNodes = (held: StaffGrant, note: string): PathNode[] => [
    { icon: 'key', title: permissionLabel(held.permission), note },
    {
      icon: 'target',
      title: reachWords(held),
      note: held.reach ? t.reachNote[held.reach] : t.reachNote.everywhere,
    },
  ];
  const lanes = paths.map((path) => ({
    id: path.groupId,
    nodes: [
      groupNode(path),
      ...grantNodes(path.grant, t.path.byGroup),
      path.endsAt
        ? ({
            icon: 'hourglass',
            title: t.path.until(day(path.endsAt)),
            note: t.path.notGrantable,
            tone: 'caution',
          } satisfies PathNode)
        : ({ icon: 'check-circle', title: t.path.noExpiry, note: t.path.mayBeGranted } satisfies PathNode),
    ],
  }));
  const admin = {
    id: 'admin',
    nodes: [
      { icon: 'shield-check', title: t.path.adminFlag, note: t.path.adminNote } satisfies PathNode,
      ...grantNodes(grant.reach === null ? grant : { ...grant, reach: 'ALL' }, t.path.byAdmin),
      { icon: 'check-circle', title: t.path.noExpiry, note: t.path.mayBeGranted } satisfies PathNode,
    ],
  };
  return (
    <PathLane
      label={label}
      headers={[t.path.group, t.path.grant, t.path.reach, t.path.holds]}
      paths={isAdmin ? [admin, ...lanes] : lanes}
    />
  );
}
