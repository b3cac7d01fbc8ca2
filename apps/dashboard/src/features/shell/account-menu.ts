import type { MenuEntry, Theme } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.shell;

/** What the account's menu offers. */
export function accountMenu({
  theme: { theme, setTheme },
  onShortcuts,
  onSignOut,
}: {
  theme: { theme: Theme; setTheme: (theme: Theme) => void };
  onShortcuts: () => void;
  onSignOut: () => void;
}): MenuEntry[] {
  const choice = (value: Theme, label: string): MenuEntry => ({
    label,
    checked: theme === value,
    onSelect: () => setTheme(value),
  });
  return [
    { label: t.nav.profile, icon: 'contact', href: '/profile' },
    { label: t.shortcuts, icon: 'help', kbd: '?', onSelect: onShortcuts },
    { kind: 'separator' },
    { kind: 'heading', label: strings.profile.theme },
    choice('system', strings.profile.themes.system),
    choice('light', strings.profile.themes.light),
    choice('dark', strings.profile.themes.dark),
    { kind: 'separator' },
    { label: t.signOut, icon: 'sign-out', onSelect: onSignOut },
  ];
}
