import type { PortalPermission } from '@sallyport/contracts/portal';
import type { NavItem } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.shell;

/** Where the navigation leads: to what the person may see, and nothing else. */
export function placesFor(permissions: readonly PortalPermission[], pathname: string): readonly NavItem[] {
  const isIn = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  return [
    { href: '/', label: t.home, icon: 'home', current: pathname === '/' },
    { href: '/projects', label: t.projects, icon: 'target', current: isIn('/projects') },
    ...(permissions.includes('view-findings')
      ? [{ href: '/findings', label: t.findings, icon: 'shield', current: isIn('/findings') } as const]
      : []),
    ...(permissions.includes('download-reports')
      ? [{ href: '/reports', label: t.reports, icon: 'report', current: isIn('/reports') } as const]
      : []),
  ];
}
