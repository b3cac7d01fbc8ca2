import { type MenuEntry, PortalShell, type Theme } from '@sallyport/ui';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FirmMark } from '../../components/firm-mark.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { ownFace } from '../../lib/own-face.ts';
import { useAccountTheme, useThemeOfAccount } from '../../lib/use-account-theme.ts';
import { useSignOut } from '../../lib/use-sign-out.ts';
import { strings } from '../../strings/strings.ts';
import { CompanyLogo } from './company-logo.tsx';
import { placesFor } from './places.ts';

const t = strings.shell;
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The frame of every page behind the customers' door. */
export function AppShell({ children }: { children: ReactNode }) {
  const { user, firmName, companyName, hasLogo, permissions } = useCurrentCustomer();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const signOut = useSignOut();
  const { theme, setTheme } = useAccountTheme();
  useThemeOfAccount();
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
      account={{ ...ownFace(user), subtitle: companyName, menu }}
      footer={t.footer(firmName)}
    >
      {children}
    </PortalShell>
  );
}
