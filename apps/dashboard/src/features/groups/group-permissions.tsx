import type { GroupGrants } from '@sallyport/contracts/staff';
import { CustomerPermissions } from './customer-permissions.tsx';
import { staffGrants } from './group-draft.ts';
import { StaffPermissions } from './staff-permissions.tsx';

/** The permissions of a group of either kind; the two kinds never mix. */
export function GroupPermissions({
  before,
  grants,
  onChange,
  isFixed,
}: {
  before: GroupGrants;
  grants: GroupGrants;
  onChange: (grants: GroupGrants) => void;
  isFixed: boolean;
}) {
  if (grants.audience === 'STAFF')
    return (
      <StaffPermissions
        before={staffGrants(before)}
        grants={grants.staff}
        onChange={(staff) => onChange({ audience: 'STAFF', staff })}
        isFixed={isFixed}
      />
    );
  return (
    <CustomerPermissions
      before={before.audience === 'CUSTOMER' ? before.customer : []}
      grants={grants.customer}
      onChange={(customer) => onChange({ audience: 'CUSTOMER', customer })}
      isFixed={isFixed}
    />
  );
}
