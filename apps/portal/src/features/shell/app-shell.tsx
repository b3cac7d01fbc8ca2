import { type MenuEntry, PortalShell, type Theme, useTheme } from '@sallyport/ui';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FirmMark } from '../../components/firm-mark.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { strings } from '../../strings/strings.ts';
import { CompanyLogo } from './company-logo.tsx';
import { placesFor } from './places.ts';
import { useSignOut } from './use-sign-out.ts';

const t = strings.shell;
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The frame of every page behind the customers' door. */
export function AppShell({ children }: { children: ReactNode }) {
  const { user, firmName, companyName, hasLogo, permissions } = useCurrentCustomer();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const signOut = useSignOut();
  const { theme, setTheme } = useTheme();
  const menu: MenuEntry[] = [
    { label: t.profile, icon: 'contact', href: '/profile' },
    { kind: 'separator' },
    { kind: 'heading', label: t.theme },
    ...THEMES.map((value) => ({
      label: t.themes[value],
      checked: theme === value,
      onSelect: () => setTheme(value),
    })),
    { kind: 'separator' },
    { label: t.signOut, icon: 'sign-out', onSelect: () => void signOut() },
  ];
  return (
    <PortalShell
      firmName={firmName}
      firmLogo={<FirmMark name={firmName} />}
      companyName={companyName}
      companyLogo={hasLogo ? <CompanyLogo /> : undefined}
      nav={placesFor(permissions, pathname)}
      account={{ id: user.id, name: user.displayName, subtitle: companyName, menu }}
      footer={t.footer(firmName)}
    >
      {children}
    </PortalShell>
  );
}
