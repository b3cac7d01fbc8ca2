import { CommandPalette, type PaletteGroup, type PaletteItem, useTheme } from '@sallyport/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { canCreateProjects, canManageCompanies, canManageUsers, canSeeGroups } from '../../lib/abilities.ts';
import { useCurrentUser } from '../../lib/current-user.ts';
import { trpc } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { strings } from '../../strings/strings.ts';
import type { Place } from './places.ts';

const t = strings.shell.palette;
const FOUND_AT_MOST = 6;
const TYPING_MS = 180;

/** Everything in reach: places, projects, companies and people by search, groups, actions. */
export function Palette({
  places,
  onClose,
  onSignOut,
  onShortcuts,
}: {
  places: readonly Place[];
  onClose: () => void;
  onSignOut: () => void;
  onShortcuts: () => void;
}) {
  const current = useCurrentUser();
  const router = useRouter();
  const { setTheme } = useTheme();
  const [query, setQuery] = useState('');
  const search = useDebounced(query.trim(), TYPING_MS);
  const managesUsers = canManageUsers(current);
  const people = useQuery(
    trpc.people.listPeople.queryOptions(
      { search, limit: FOUND_AT_MOST },
      { enabled: search !== '', placeholderData: keepPreviousData },
    ),
  );
  const projects = useQuery(
    trpc.projects.listProjects.queryOptions(
      { search, limit: FOUND_AT_MOST },
      { enabled: search !== '', placeholderData: keepPreviousData },
    ),
  );
  const companies = useQuery(
    trpc.companies.listCompanies.queryOptions(
      { search, limit: FOUND_AT_MOST },
      { enabled: search !== '', placeholderData: keepPreviousData },
    ),
  );
  const groups = useQuery(trpc.groups.listGroups.queryOptions(undefined, { enabled: canSeeGroups(current) }));
  const go = (href: string) => () => void router.navigate({ href });
  const mayCreateGroups = canSeeGroups(current);

  const actions: PaletteItem[] = [
    ...(canCreateProjects(current)
      ? [{ id: 'new-project', label: t.newProject, icon: 'plus' as const, run: go('/projects/new') }]
      : []),
    ...(canManageCompanies(current)
      ? [{ id: 'new-company', label: t.newCompany, icon: 'plus' as const, run: go('/companies/new') }]
      : []),
    ...(managesUsers
      ? [{ id: 'invite', label: t.invite, icon: 'user-plus' as const, run: go('/users/invite') }]
      : []),
    ...(mayCreateGroups
      ? [{ id: 'new-group', label: t.newGroup, icon: 'plus' as const, run: go('/groups/new') }]
      : []),
    { id: 'password', label: t.changePassword, icon: 'key', run: go('/profile#password') },
    { id: 'theme-light', label: t.themeLight, icon: 'sun', run: () => setTheme('light') },
    { id: 'theme-dark', label: t.themeDark, icon: 'moon', run: () => setTheme('dark') },
    { id: 'theme-system', label: t.themeSystem, icon: 'monitor', run: () => setTheme('system') },
    { id: 'shortcuts', label: strings.shell.shortcuts, icon: 'help', kbd: '?', run: onShortcuts },
    { id: 'sign-out', label: strings.shell.signOut, icon: 'sign-out', run: onSignOut },
  ];
  const found: PaletteItem[] = (search === '' ? [] : (people.data?.rows ?? [])).map((person) => ({
    id: person.id,
    label: person.displayName,
    context: person.title,
    icon: 'user',
    run: go(
      managesUsers ? `/users/${person.id}` : `/people?search=${encodeURIComponent(person.displayName)}`,
    ),
  }));
  const all: PaletteGroup[] = [
    {
      heading: t.places,
      items: places.map(({ href, label, icon, key }) => ({
        id: href,
        label,
        icon,
        kbd: `G ${key.toUpperCase()}`,
        run: go(href),
      })),
    },
    {
      heading: t.projects,
      keepAll: true,
      items: (search === '' ? [] : (projects.data?.rows ?? [])).map((project) => ({
        id: project.id,
        label: project.name,
        context: `${project.reference} ${project.company.name}`,
        icon: 'target',
        run: go(`/projects/${project.id}`),
      })),
    },
    {
      heading: t.companies,
      keepAll: true,
      items: (search === '' ? [] : (companies.data?.rows ?? [])).map((company) => ({
        id: company.id,
        label: company.name,
        icon: 'building',
        run: go(`/companies/${company.id}`),
      })),
    },
    { heading: t.people, items: found, keepAll: true },
    {
      heading: t.groups,
      items: (groups.data?.rows ?? []).map((group) => ({
        id: group.id,
        label: group.name,
        context: strings.groups.audience[group.grants.audience],
        icon: 'layers',
        run: go(`/groups/${group.id}`),
      })),
    },
    { heading: t.actions, items: actions },
  ];
  return (
    <CommandPalette
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      groups={all.filter((group) => group.items.length > 0)}
      query={query}
      onQuery={setQuery}
      loading={people.isFetching || projects.isFetching || companies.isFetching}
      placeholder={t.placeholder}
    />
  );
}
