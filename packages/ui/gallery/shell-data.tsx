import {
  type MenuEntry,
  type NavSection,
  type ShellAccount,
  StatusGlyph,
  useThemeMenu,
} from '../src/index.ts';
import { INES } from './people.ts';

/** What the account's menu offers. */
export function useAccountMenu(): MenuEntry[] {
  const theme = useThemeMenu();
  return [
    { label: 'Profile', icon: 'user', href: '#components' },
    { label: 'Security', icon: 'key', href: '#components' },
    { kind: 'separator' },
    theme,
    { kind: 'separator' },
    { label: 'Sign out', icon: 'sign-out' },
  ];
}

/** The signed-in member of staff. */
export function useStaffAccount(): ShellAccount {
  return { ...INES, subtitle: 'Administrator', menu: useAccountMenu() };
}

/** The staff's places, with this one current. */
export function staffNav(current: string): NavSection[] {
  const item = <Rest extends object>(label: string, href: string, rest: Rest) => ({
    label,
    href,
    current: label === current,
    ...rest,
  });
  return [
    {
      items: [
        item('Home', '#home', { icon: 'home' as const }),
        item('Notifications', '#notifications', { icon: 'bell' as const, count: 4, hot: true }),
      ],
    },
    {
      heading: 'Work',
      items: [
        item('Projects', '#projects', { icon: 'target' as const }),
        item('Retests', '#retests', { icon: 'retest' as const, count: 3 }),
        item('Templates', '#templates', { icon: 'book' as const }),
      ],
    },
    {
      heading: 'Clients',
      items: [
        item('Companies', '#companies', { icon: 'building' as const }),
        item('Customers', '#customers', { icon: 'contact' as const }),
      ],
    },
    {
      heading: 'Access',
      items: [
        item('Users', '#users', { icon: 'user' as const }),
        item('Groups', '#group', { icon: 'layers' as const }),
        item('Access', '#effective', { icon: 'shield-check' as const, count: 2 }),
        item('Audit log', '#audit', { icon: 'history' as const }),
      ],
    },
    {
      heading: 'Pinned',
      items: [
        item('Online banking', '#p1', { glyph: <StatusGlyph glyph="half" tone="accent" /> }),
        item('Smart meter gateway', '#p2', { glyph: <StatusGlyph glyph="alert" tone="negative" /> }),
        item('Patient portal, round 2', '#p3', { glyph: <StatusGlyph glyph="quarter" tone="accent" /> }),
      ],
    },
  ];
}
