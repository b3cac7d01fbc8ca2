import type { ShownStatus } from '@sallyport/contracts/staff';
import { AccountStatus, StatusPill } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

/** Where a staff account stands, the last stage of its life included. */
export function PersonStatus({ status, plain }: { status: ShownStatus; plain?: boolean }) {
  if (status === 'ANONYMISED')
    return <StatusPill status={strings.users.status.ANONYMISED} tone="neutral" glyph="minus" plain={plain} />;
  return <AccountStatus status={status} plain={plain} />;
}
