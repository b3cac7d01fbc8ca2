import { AUDIT_AREAS, AUDIT_OUTCOMES, type Person } from '@sallyport/contracts/staff';
import { Button, Dialog, FilterBar, FilterChip, type MenuEntry } from '@sallyport/ui';
import { useState } from 'react';
import { PersonPicker } from '../../components/person-picker.tsx';
import { strings } from '../../strings/strings.ts';
import { type AuditSearch, isAuditNarrowed } from './audit-search.ts';

const t = strings.audit;
const SINCE = ['day', 'week', 'month', 'quarter'] as const;
const CLEAR = {
  area: undefined,
  outcome: undefined,
  actor: undefined,
  name: undefined,
  since: undefined,
} as const;

function toggled<Value>(list: readonly Value[] | undefined, value: Value): Value[] | undefined {
  const next = list?.includes(value) ? list.filter((one) => one !== value) : [...(list ?? []), value];
  return next.length > 0 ? next : undefined;
}

/** Narrows the log by area, outcome, person and time; each change is a change of the address. */
export function AuditFilters({
  search,
  onSearch,
  count,
}: {
  search: AuditSearch;
  onSearch: (patch: Partial<AuditSearch>) => void;
  count: string | undefined;
}) {
  const [isPicking, setPicking] = useState(false);
  const areas: MenuEntry[] = AUDIT_AREAS.map((area) => ({
    label: t.area[area],
    checked: search.area?.includes(area) ?? false,
    onSelect: () => onSearch({ area: toggled(search.area, area) }),
  }));
  const outcomes: MenuEntry[] = AUDIT_OUTCOMES.map((outcome) => ({
    label: t.outcome[outcome],
    checked: search.outcome?.includes(outcome) ?? false,
    onSelect: () => onSearch({ outcome: toggled(search.outcome, outcome) }),
  }));
  const since: MenuEntry[] = SINCE.map((one) => ({
    label: t.sinceOptions[one],
    onSelect: () => onSearch({ since: one }),
  }));
  const add: MenuEntry[] = [
    ...(search.since
      ? []
      : [{ kind: 'heading' as const, label: `${t.filters.since} ${t.filters.sinceOperator}` }, ...since]),
    ...(search.area ? [] : [{ kind: 'heading' as const, label: t.filters.area }, ...areas]),
    ...(search.outcome ? [] : [{ kind: 'heading' as const, label: t.filters.outcome }, ...outcomes]),
    ...(search.actor
      ? []
      : [
          { kind: 'separator' as const },
          { label: t.filters.anyPerson, icon: 'user' as const, onSelect: () => setPicking(true) },
        ]),
  ];
  return (
    <FilterBar
      add={add}
      end={
        <>
          {count === undefined ? null : <span className="text-xs text-text-3 tabular-nums">{count}</span>}
          {isAuditNarrowed(search) ? (
            <Button size="sm" variant="ghost" onClick={() => onSearch(CLEAR)}>
              {t.filters.reset}
            </Button>
          ) : null}
        </>
      }
    >
      {search.since ? (
        <FilterChip
          icon="calendar"
          field={t.filters.since}
          operator={t.filters.sinceOperator}
          value={{ text: t.sinceOptions[search.since], menu: since }}
          onRemove={() => onSearch({ since: undefined })}
        />
      ) : null}
      {search.area ? (
        <FilterChip
          icon="shield"
          field={t.filters.area}
          operator={t.filters.isAnyOf}
          value={{ text: search.area.map((area) => t.area[area]).join(', '), menu: areas }}
          onRemove={() => onSearch({ area: undefined })}
        />
      ) : null}
      {search.outcome ? (
        <FilterChip
          icon="check-circle"
          field={t.filters.outcome}
          operator={t.filters.isAnyOf}
          value={{ text: search.outcome.map((outcome) => t.outcome[outcome]).join(', '), menu: outcomes }}
          onRemove={() => onSearch({ outcome: undefined })}
        />
      ) : null}
      {search.actor ? (
        <FilterChip
          icon="user"
          field={t.filters.person}
          operator={t.filters.is}
          value={{ text: search.name ?? strings.common.unknown, onPress: () => setPicking(true) }}
          onRemove={() => onSearch({ actor: undefined, name: undefined })}
        />
      ) : null}
      {isPicking ? (
        <ActorDialog
          onClose={() => setPicking(false)}
          onPick={(person) => onSearch({ actor: person.id, name: person.displayName })}
        />
      ) : null}
    </FilterBar>
  );
}

function ActorDialog({ onPick, onClose }: { onPick: (person: Person) => void; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())} title={t.filters.anyPerson}>
      <PersonPicker
        value={null}
        label={t.filters.person}
        placeholder={strings.groups.add.placeholder}
        emptyText={strings.groups.add.nobody}
        onChange={(person) => {
          if (person) onPick(person);
          onClose();
        }}
      />
    </Dialog>
  );
}
