import type { ReactNode } from 'react';
import type { IconName } from '../icons/icon-paths.ts';
import type { MenuEntry } from '../overlays/menu.tsx';

/** A place in the navigation. */
export type NavItem = {
  href: string;
  label: string;
  icon?: IconName | undefined;
  /** Drawn instead of an icon: a project's status. */
  glyph?: ReactNode | undefined;
  count?: number | undefined;
  /** The count waits for this user. */
  hot?: boolean | undefined;
  current?: boolean | undefined;
};

/** Places under a heading. */
export type NavSection = { heading?: string | undefined; items: readonly NavItem[] };

/** Who is signed in, and what the account's menu offers. */
export type ShellAccount = {
  /** Decides the avatar's hue. */
  id: string;
  name: string;
  /** Address of the photo, if there is one. */
  src?: string | undefined;
  subtitle: string;
  menu: readonly MenuEntry[];
};
