import { PermissionList } from '@sallyport/ui';
import type { ReactNode } from 'react';
import { strings } from '../../strings/strings.ts';

const t = strings.groups.editor;

/** The list of permissions without the column of use, which is not recorded yet. */
export function PermissionFrame({
  count,
  hasReach = false,
  children,
}: {
  count: string;
  hasReach?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="[&_.ui-permission-use]:hidden [&_.ui-permissions-columns>span:last-child]:hidden">
      <PermissionList title={t.permissions} count={count} reachHeader={hasReach ? t.reach : ''} useHeader="">
        {children}
      </PermissionList>
    </div>
  );
}
