import { PORTAL_PERMISSION_REGISTRY, type PortalPermission } from '@sallyport/contracts/portal';
import { Icon } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

const NOTES: Readonly<Partial<Record<PortalPermission, string>>> = strings.home.permissionNotes;

/** What somebody may do, in plain words, in the order of the registry. */
export function PermissionLines({ permissions }: { permissions: readonly PortalPermission[] }) {
  const order: readonly string[] = Object.keys(PORTAL_PERMISSION_REGISTRY);
  return (
    <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {permissions
        .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
        .map((permission) => {
          const { label, description } = PORTAL_PERMISSION_REGISTRY[permission];
          return (
            <li key={permission} className="flex items-start gap-2.5">
              <span className="mt-1 flex text-positive-text">
                <Icon name="check" />
              </span>
              <span>
                <b className="font-medium">{label}</b>
                <span className="block text-xs text-text-2">{NOTES[permission] ?? description}</span>
              </span>
            </li>
          );
        })}
    </ul>
  );
}
