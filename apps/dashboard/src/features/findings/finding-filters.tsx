import { FINDING_SORTS } from '@sallyport/contracts/staff';
import {
  Button,
  FilterBar,
  FilterChip,
  Menu,
  type MenuEntry,
  SEVERITIES,
  SearchInput,
  useStrings,
} from '@sallyport/ui';
import { useTypedSearch } from '../../lib/use-typed-search.ts';
import { strings } from '../../strings/strings.ts';
import { type FindingSearch, isNarrowed, RESET, withSeverity } from './finding-search.ts';

const t = strings.findings;

/** Search, filters and order over the table; each change is a change of the address. */
export function FindingFilters({
  search,
  onSearch,
  isBusy,
}: {
  search: FindingSearch;
  onSearch: (patch: Partial<FindingSearch>) => void;
  isBusy: boolean;
}) {
  const { severity: words } = useStrings();
  const [typed, setTyped] = useTypedSearch(search.search, (text) => onSearch({ search: text }));
  const severities: MenuEntry[] = SEVERITIES.map((severity) => ({
    label: words[severity],
    checked: search.severity?.includes(severity) ?? false,
    onSelect: () => onSearch(withSeverity(search, severity)),
  }));
  const statuses: MenuEntry[] = [
    { label: t.published, icon: 'eye', onSelect: () => onSearch({ published: true }) },
    { label: t.draft, icon: 'eye-off', onSelect: () => onSearch({ published: false }) },
  ];
  const add: MenuEntry[] = [
    ...(search.severity ? [] : [{ kind: 'heading' as const, label: t.severity }, ...severities]),
    ...(search.published === undefined ? [{ kind: 'heading' as const, label: t.status }, ...statuses] : []),
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
        <>
          {isNarrowed(search) ? (
            <Button size="sm" variant="ghost" onClick={() => onSearch(RESET)}>
              {t.reset}
            </Button>
          ) : null}
          <OrderMenu search={search} onSearch={onSearch} />
        </>
      }
    >
      {search.severity ? (
        <FilterChip
          icon="filter"
          field={t.severity}
          operator={t.isAnyOf}
          value={{
            text: search.severity.map((severity) => words[severity]).join(', '),
            menu: severities,
          }}
          onRemove={() => onSearch({ severity: undefined })}
        />
      ) : null}
      {search.published === undefined ? null : (
        <FilterChip
          icon={search.published ? 'eye' : 'eye-off'}
          field={t.status}
          operator={t.is}
          value={{ text: search.published ? t.published : t.draft, menu: statuses }}
          onRemove={() => onSearch({ published: undefined })}
        />
      )}
    </FilterBar>
  );
}

/** The orders that have no column to press. */
function OrderMenu({
  search,
  onSearch,
}: {
  search: FindingSearch;
  onSearch: (patch: Partial<FindingSearch>) => void;
}) {
  const field = search.sort ?? 'severity';
  return (
    <Menu
      trigger={
        <Button
          size="sm"
          variant="ghost"
          iconEnd="chevron-down"
          aria-label={`${t.sort.label}: ${t.sort[field]}`}
        >
          {t.sort[field]}
        </Button>
      }
      items={FINDING_SORTS.map((option) => ({
        label: t.sort[option],
        icon: option === field ? ('check' as const) : undefined,
        onSelect: () => onSearch({ sort: option, direction: option === 'title' ? 'asc' : 'desc' }),
      }))}
    />
  );
}
