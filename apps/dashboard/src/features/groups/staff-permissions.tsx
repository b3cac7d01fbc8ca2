import { PERMISSION_REGISTRY, PERMISSIONS, type StaffGrant } from '@sallyport/contracts/staff';
import { PermissionRow } from '@sallyport/ui';
import { reachWords } from '../../components/grant-words.ts';
import { strings } from '../../strings/strings.ts';
import { PermissionFrame } from './permission-frame.tsx';

const t = strings.groups.editor;
type Key = StaffGrant['permission'];

/** The seven permissions of a staff group, with their reach and what differs from what is saved. */
export function StaffPermissions({
  before,
  grants,
  onChange,
  isFixed,
}: {
  before: readonly StaffGrant[];
  grants: readonly StaffGrant[];
  onChange: (grants: StaffGrant[]) => void;
  /** The viewer may look but not change. */
  isFixed: boolean;
}) {
  const find = (list: readonly StaffGrant[], key: Key) => list.find(({ permission }) => permission === key);
  const others = (key: Key) => grants.filter(({ permission }) => permission !== key);
  const toggle = (key: Key, isOn: boolean) => {
    const reach = PERMISSION_REGISTRY[key].hasReach ? (find(before, key)?.reach ?? 'ASSIGNED') : null;
    onChange(isOn ? [...others(key), { permission: key, reach }] : others(key));
  };
  return (
    <PermissionFrame count={t.permissionCount(grants.length, PERMISSIONS.length)} hasReach>
      {PERMISSIONS.map((key) => {
        const { label, description, hasReach, dependsOn } = PERMISSION_REGISTRY[key];
        const now = find(grants, key);
        const was = find(before, key);
        const lacks = now ? dependsOn.filter((needed) => !find(grants, needed)) : [];
        return (
          <PermissionRow
            key={key}
            label={label}
            description={
              lacks.length > 0
                ? t.dependsOn(lacks.map((one) => PERMISSION_REGISTRY[one].label).join(', '))
                : description
            }
            checked={now !== undefined}
            onChange={(isOn) => toggle(key, isOn)}
            reach={now?.reach ?? undefined}
            onReach={(reach) => onChange([...others(key), { permission: key, reach }])}
            reachText={hasReach ? undefined : t.everywhere}
            {...changeOf(was, now)}
            disabledReason={isFixed ? description : undefined}
          />
        );
      })}
    </PermissionFrame>
  );
}

function changeOf(was: StaffGrant | undefined, now: StaffGrant | undefined) {
  if (was && !now) return { changeTag: t.tagRemoved, changeTone: 'negative' as const };
  if (!was && now) return { changeTag: t.tagAdded };
  if (was && now && was.reach !== now.reach) return { changeTag: t.tagWas(reachWords(was)) };
  return {};
}
