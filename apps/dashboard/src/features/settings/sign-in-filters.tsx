import { SIGN_IN_KINDS, SIGN_IN_OUTCOMES } from '@sallyport/contracts/staff';
import { Button, FilterBar, FilterChip, type MenuEntry } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import { areSignInsNarrowed, CLEARED, DEFAULT_RANGE, RANGES, type SignInSearch } from './sign-in-search.ts';

const t = strings.settings.activity;
const DOORS = ['STAFF', 'CUSTOMER'] as const;

function toggled<Value>(list: readonly Value[] | undefined, value: Value): Value[] | undefined {
  const next = list?.includes(value) ? list.filter((one) => one !== value) : [...(list ?? []), value];
  return next.length > 0 ? next : undefined;
}

/** Narrows the attempts; each change is a change of the address. Address and person are chosen from an attempt's panel. */
export function SignInFilters({
  search,
  onSearch,
  count,
  hasBothDoors,
}: {
  search: SignInSearch;
  onSearch: (patch: Partial<SignInSearch>) => void;
  count: string | undefined;
  /** Whether the viewer sees attempts of staff and of customers. */
  hasBothDoors: boolean;
}) {
  const ranges: MenuEntry[] = RANGES.map((range) => ({
    label: t.ranges[range],
    onSelect: () => onSearch({ range }),
  }));
  const outcomes: MenuEntry[] = SIGN_IN_OUTCOMES.map((outcome) => ({
    label: t.outcomes[outcome],
    checked: search.outcome?.includes(outcome) ?? false,
    onSelect: () => onSearch({ outcome: toggled(search.outcome, outcome) }),
  }));
  const kinds: MenuEntry[] = SIGN_IN_KINDS.map((kind) => ({
    label: t.kinds[kind],
    checked: search.kind?.includes(kind) ?? false,
    onSelect: () => onSearch({ kind: toggled(search.kind, kind) }),
  }));
  const doors: MenuEntry[] = DOORS.map((door) => ({
    label: t.audiences[door],
    onSelect: () => onSearch({ door }),
  }));
  const heading = (label: string) => ({ kind: 'heading' as const, label });
  const add: MenuEntry[] = [
    ...(search.outcome ? [] : [heading(t.filters.outcome), ...outcomes]),
    ...(search.door || !hasBothDoors ? [] : [heading(t.filters.door), ...doors]),
    ...(search.kind ? [] : [heading(t.filters.kind), ...kinds]),
  ];
  return (
    <FilterBar
      add={add}
      end={
        <>
          {count === undefined ? null : <span className="text-xs text-text-3 tabular-nums">{count}</span>}
          {areSignInsNarrowed(search) ? (
            <Button size="sm" variant="ghost" onClick={() => onSearch(CLEARED)}>
              {t.filters.reset}
            </Button>
          ) : null}
        </>
      }
    >
      <FilterChip
        icon="calendar"
        field={t.filters.range}
        operator={t.filters.last}
        value={{ text: t.ranges[search.range ?? DEFAULT_RANGE], menu: ranges }}
        onRemove={() => onSearch({ range: undefined })}
      />
      {search.outcome ? (
        <FilterChip
          icon="check-circle"
          field={t.filters.outcome}
          operator={t.filters.isAnyOf}
          value={{ text: search.outcome.map((outcome) => t.outcomes[outcome]).join(', '), menu: outcomes }}
          onRemove={() => onSearch({ outcome: undefined })}
        />
      ) : null}
      {search.door ? (
        <FilterChip
          icon="building"
          field={t.filters.door}
          operator={t.filters.is}
          value={{ text: t.audiences[search.door], menu: doors }}
          onRemove={() => onSearch({ door: undefined })}
        />
      ) : null}
      {search.kind ? (
        <FilterChip
          icon="key"
          field={t.filters.kind}
          operator={t.filters.isAnyOf}
          value={{ text: search.kind.map((kind) => t.kinds[kind]).join(', '), menu: kinds }}
          onRemove={() => onSearch({ kind: undefined })}
        />
      ) : null}
      {search.address ? (
        <FilterChip
          icon="globe"
          field={t.filters.address}
          operator={t.filters.is}
          value={{ text: search.address }}
          onRemove={() => onSearch({ address: undefined })}
        />
      ) : null}
      {search.account ? (
        <FilterChip
          icon="user"
          field={t.filters.account}
          operator={t.filters.is}
          value={{ text: search.name ?? strings.common.unknown }}
          onRemove={() => onSearch({ account: undefined, name: undefined })}
        />
      ) : null}
    </FilterBar>
  );
}
