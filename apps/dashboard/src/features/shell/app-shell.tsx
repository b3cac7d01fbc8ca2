import { StaffShell } from '@sallyport/ui';
import { useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useCurrentUser } from '../../lib/current-user.ts';
import { faceOf } from '../../lib/face.ts';
import { useAccountTheme, useThemeOfAccount } from '../../lib/use-account-theme.ts';
import { useOpenAlerts } from '../../lib/use-open-alerts.ts';
import { useSignOut } from '../../lib/use-sign-out.ts';
import { strings } from '../../strings/strings.ts';
import { accountMenu } from './account-menu.ts';
import { isAt, placesFor } from './places.ts';
import { useKeys } from './use-keys.ts';

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })));
const Shortcuts = lazy(() => import('./shortcuts.tsx').then((module) => ({ default: module.Shortcuts })));

/** The page on which a finding is written needs the room. */
const FINDING = /^\/projects\/[^/]+\/findings\/[^/]+$/;

/** The frame of every screen behind the door. */
export function AppShell({ children }: { children: ReactNode }) {
  const current = useCurrentUser();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const signOut = useSignOut();
  const theme = useAccountTheme();
  useThemeOfAccount();
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | null>(null);
  const places = placesFor(current);
  const openAlerts = useOpenAlerts();
  const all = [...places.main, ...places.work, ...places.clients, ...places.access, ...places.own];
  const close = () => setOverlay(null);
  useKeys(
    all,
    () => setOverlay('palette'),
    () => setOverlay('shortcuts'),
  );
  const items = (list: typeof all) =>
    list.map(({ href, label, icon, ...place }) => ({
      href,
      label,
      icon,
      current: isAt({ href, label, icon, ...place }, pathname),
      ...(href.startsWith('/settings') && openAlerts > 0 ? { count: openAlerts, hot: true } : {}),
    }));
  const { user } = current;
  return (
    <StaffShell
      brand={{ firmName: current.firmName }}
      nav={[
        { items: items(places.main) },
        { heading: strings.shell.nav.work, items: items(places.work) },
        { heading: strings.shell.nav.clients, items: items(places.clients) },
        { heading: strings.shell.nav.access, items: items(places.access) },
      ]}
      account={{
        ...faceOf(user),
        subtitle: user.isAdmin ? strings.shell.admin : user.title || strings.shell.staff,
        menu: accountMenu({
          theme,
          onShortcuts: () => setOverlay('shortcuts'),
          onSignOut: () => void signOut(),
        }),
      }}
      onOpenPalette={() => setOverlay('palette')}
      rail={FINDING.test(pathname)}
    >
      {children}
      <Suspense fallback={null}>
        {overlay === 'palette' ? (
          <Palette
            places={all}
            onClose={close}
            onSignOut={() => void signOut()}
            onShortcuts={() => setOverlay('shortcuts')}
          />
        ) : null}
        {overlay === 'shortcuts' ? <Shortcuts places={all} onClose={close} /> : null}
      </Suspense>
    </StaffShell>
  );
}
