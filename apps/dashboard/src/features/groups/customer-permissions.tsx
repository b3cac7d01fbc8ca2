import {
  PORTAL_PERMISSION_REGISTRY,
  type PortalPermission,
  PortalPermissionSchema,
} from '@sallyport/contracts/portal';
import { PermissionRow } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import { PermissionFrame } from './permission-frame.tsx';

const t = strings.groups.editor;
const ALL = PortalPermissionSchema.options;

/** The nine portal permissions of a customer group; a customer's reach belongs to the account. */
export function CustomerPermissions({
  before,
  grants,
  onChange,
  isFixed,
}: {
  before: readonly PortalPermission[];
  grants: readonly PortalPermission[];
  onChange: (grants: PortalPermission[]) => void;
  /** The viewer may look but not change. */
  isFixed: boolean;
}) {
  return (
    <PermissionFrame count={t.permissionCount(grants.length, ALL.length)}>
      {ALL.map((key) => {
        const { label, description, dependsOn } = PORTAL_PERMISSION_REGISTRY[key];
        const isOn = grants.includes(key);
        const wasOn = before.includes(key);
        const lacks = isOn ? dependsOn.filter((needed) => !grants.includes(needed)) : [];
        return (
          <PermissionRow
            key={key}
            label={label}
            description={
              lacks.length > 0
                ? t.dependsOn(lacks.map((one) => PORTAL_PERMISSION_REGISTRY[one].label).join(', '))
                : description
            }
            checked={isOn}
            onChange={(next) => onChange(next ? [...grants, key] : grants.filter((one) => one !== key))}
            changeTag={isOn === wasOn ? undefined : isOn ? t.tagAdded : t.tagRemoved}
            changeTone={isOn ? 'accent' : 'negative'}
            disabledReason={isFixed ? description : undefined}
          />
        );
      })}
    </PermissionFrame>
  );
}
