import type { IconName } from '@sallyport/ui';
import { type CurrentUser, canManageUsers, canSeeGroups, canSeeSignIns } from '../../lib/abilities.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.shell.nav;

export interface Place {
  href: string;
  label: string;
  icon: IconName;
  /** The second key after G. */
  key: string;
}

const HOME: Place = { href: '/', label: t.home, icon: 'home', key: 'h' };
const PROJECTS: Place = { href: '/projects', label: t.projects, icon: 'target', key: 'o' };
const COMPANIES: Place = { href: '/companies', label: t.companies, icon: 'building', key: 'c' };
const USERS: Place = { href: '/users', label: t.users, icon: 'user', key: 'u' };
const PEOPLE: Place = { href: '/people', label: t.people, icon: 'users', key: 'u' };
const GROUPS: Place = { href: '/groups', label: t.groups, icon: 'layers', key: 'g' };
const AUDIT: Place = { href: '/audit', label: t.audit, icon: 'history', key: 'a' };
const SETTINGS: Place = { href: '/settings', label: t.settings, icon: 'settings', key: 's' };
const ACTIVITY: Place = { href: '/settings/activity', label: t.activity, icon: 'fingerprint', key: 's' };
const PROFILE: Place = { href: '/profile', label: t.profile, icon: 'contact', key: 'p' };

/** The screens that exist for this person: what one may not open is not shown. */
export function placesFor(current: CurrentUser): {
  main: Place[];
  work: Place[];
  clients: Place[];
  access: Place[];
  own: Place[];
} {
  return {
    main: [HOME],
    work: [PROJECTS],
    clients: [COMPANIES],
    access: [
      canManageUsers(current) ? USERS : PEOPLE,
      ...(canSeeGroups(current) ? [GROUPS] : []),
      ...(current.user.isAdmin ? [AUDIT, SETTINGS] : canSeeSignIns(current) ? [ACTIVITY] : []),
    ],
    own: [PROFILE],
  };
}

/** True when this address belongs to the place. */
export function isAt(place: Place, pathname: string): boolean {
  return place.href === '/'
    ? pathname === '/'
    : pathname === place.href || pathname.startsWith(`${place.href}/`);
}
