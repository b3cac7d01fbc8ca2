import { SHOWN_STATUSES, type ShownStatus } from '@sallyport/contracts/staff';
import { Button, FilterBar, FilterChip, type MenuEntry, SearchInput } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { strings } from '../../strings/strings.ts';
import { isNarrowed, NO_FILTERS, type UserSearch } from './user-search.ts';

const t = strings.users;
const TYPING_MS = 220;
const STATUSES = SHOWN_STATUSES.filter((status) => status !== 'ANONYMISED');

/** Search and filter chips over the table; each change is a change of the address. */
export function UserFilters({
  search,
  onSearch,
  isBusy,
}: {
  search: UserSearch;
  onSearch: (patch: Partial<UserSearch>) => void;
  isBusy: boolean;
}) {
  const groups =
    useQuery(trpc.groups.listGroups.queryOptions()).data?.rows.filter(
      ({ grants }) => grants.audience === 'STAFF',
    ) ?? [];
  const [typed, setTyped] = useState(search.search ?? '');
  const settled = useDebounced(typed, TYPING_MS);
  useEffect(() => {
    if (settled !== (search.search ?? '')) onSearch({ search: settled || undefined, open: undefined });
    // only what was typed counts; the address follows it
  }, [settled]);
  useEffect(() => setTyped(search.search ?? ''), [search.search]);

  const toggleStatus = (status: ShownStatus) => {
    const now = search.status ?? [];
    const next = now.includes(status) ? now.filter((one) => one !== status) : [...now, status];
    onSearch({ status: next.length > 0 ? next : undefined });
  };
  const statusMenu: MenuEntry[] = STATUSES.map((status) => ({
    label: t.status[status],
    checked: search.status?.includes(status) ?? false,
    onSelect: () => toggleStatus(status),
  }));
  const groupMenu: MenuEntry[] = groups.map((group) => ({
    label: group.name,
    icon: 'layers',
    onSelect: () => onSearch({ group: group.id }),
  }));
  const adminMenu: MenuEntry[] = [true, false].map((admin) => ({
    label: admin ? t.filters.yes : t.filters.no,
    onSelect: () => onSearch({ admin }),
  }));
  const factorMenu: MenuEntry[] = [true, false].map((factor) => ({
    label: factor ? t.filters.withFactor : t.filters.withoutFactor,
    onSelect: () => onSearch({ factor }),
  }));
  const signInMenu: MenuEntry[] = SIGN_INS.map((signIn) => ({
    label: signInText(signIn),
    onSelect: () => onSearch({ signIn }),
  }));
  const add: MenuEntry[] = [
    ...(search.status ? [] : [{ kind: 'heading' as const, label: t.filters.status }, ...statusMenu]),
    ...(search.group || groups.length === 0
      ? []
      : [{ kind: 'heading' as const, label: t.filters.group }, ...groupMenu]),
    ...(search.admin === undefined
      ? [
          { kind: 'heading' as const, label: t.filters.admin },
          {
            label: t.filters.adminsOnly,
            icon: 'shield-check' as const,
            onSelect: () => onSearch({ admin: true }),
          },
        ]
      : []),
    ...(search.factor === undefined
      ? [{ kind: 'heading' as const, label: t.filters.factor }, ...factorMenu]
      : []),
    ...(search.signIn === undefined
      ? [{ kind: 'heading' as const, label: t.filters.lastSignIn }, ...signInMenu]
      : []),
  ];
  return (
    <FilterBar
      search={
        <SearchInput
          value={typed}
          onChange={setTyped}
          label={t.search}
          placeholder={t.searchHint}
          busy={isBusy}
        />
      }
      add={add}
      end={
        isNarrowed(search) ? (
          <Button size="sm" variant="ghost" onClick={() => onSearch(NO_FILTERS)}>
            {t.filters.reset}
          </Button>
        ) : null
      }
    >
      {search.status ? (
        <FilterChip
          icon="check-circle"
          field={t.filters.status}
          operator={t.filters.isAnyOf}
          value={{ text: search.status.map((status) => t.status[status]).join(', '), menu: statusMenu }}
          onRemove={() => onSearch({ status: undefined })}
        />
      ) : null}
      {search.group ? (
        <FilterChip
          icon="layers"
          field={t.filters.group}
          operator={t.filters.is}
          value={{
            text: groups.find(({ id }) => id === search.group)?.name ?? strings.common.unknown,
            menu: groupMenu,
          }}
          onRemove={() => onSearch({ group: undefined })}
        />
      ) : null}
      {search.admin !== undefined ? (
        <FilterChip
          icon="shield-check"
          field={t.filters.admin}
          operator={t.filters.is}
          value={{ text: search.admin ? t.filters.yes : t.filters.no, menu: adminMenu }}
          onRemove={() => onSearch({ admin: undefined })}
        />
      ) : null}
      {search.factor !== undefined ? (
        <FilterChip
          icon="fingerprint"
          field={t.filters.factor}
          operator={t.filters.is}
          value={{
            text: search.factor ? t.filters.withFactor : t.filters.withoutFactor,
            menu: factorMenu,
          }}
          onRemove={() => onSearch({ factor: undefined })}
        />
      ) : null}
      {search.signIn !== undefined ? (
        <FilterChip
          icon="clock"
          field={t.filters.lastSignIn}
          operator={t.filters.is}
          value={{ text: signInText(search.signIn), menu: signInMenu }}
          onRemove={() => onSearch({ signIn: undefined })}
        />
      ) : null}
    </FilterBar>
  );
}

const SIGN_INS = [7, 30, -30, -90, 'never'] as const;

function signInText(signIn: 'never' | number): string {
  if (signIn === 'never') return t.filters.never;
  return signIn < 0 ? t.filters.notFor(-signIn) : t.filters.within(signIn);
}
