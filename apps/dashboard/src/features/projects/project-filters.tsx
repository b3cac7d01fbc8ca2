import { PROJECT_STATUSES, type ProjectStatus } from '@sallyport/contracts/common';
import { Button, Dialog, Field, FilterBar, FilterChip, type MenuEntry, SearchInput } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CompanyPicker } from '../../components/company-picker.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useTypedSearch } from '../../lib/use-typed-search.ts';
import { strings } from '../../strings/strings.ts';
import { isNarrowed, type ProjectSearch, RESET } from './project-search.ts';

const t = strings.projects;

/** Search and filter chips over the table; each change is a change of the address. */
export function ProjectFilters({
  search,
  onSearch,
  isBusy,
}: {
  search: ProjectSearch;
  onSearch: (patch: Partial<ProjectSearch>) => void;
  isBusy: boolean;
}) {
  const [isChoosing, setChoosing] = useState(false);
  const [typed, setTyped] = useTypedSearch(search.search, (text) =>
    onSearch({ search: text, open: undefined }),
  );
  const toggle = (status: ProjectStatus) => {
    const now = search.status ?? [];
    const next = now.includes(status) ? now.filter((one) => one !== status) : [...now, status];
    onSearch({ status: next.length > 0 ? next : undefined });
  };
  const statusMenu: MenuEntry[] = PROJECT_STATUSES.map((status) => ({
    label: t.status[status],
    checked: search.status?.includes(status) ?? false,
    onSelect: () => toggle(status),
  }));
  const add: MenuEntry[] = [
    ...(search.status ? [] : [{ kind: 'heading' as const, label: t.filters.status }, ...statusMenu]),
    ...(search.company && search.mine ? [] : [{ kind: 'separator' as const }]),
    ...(search.company
      ? []
      : [
          {
            label: t.filters.chooseCompany,
            icon: 'building' as const,
            onSelect: () => setChoosing(true),
          },
        ]),
    ...(search.mine
      ? []
      : [{ label: t.filters.onlyMine, icon: 'user' as const, onSelect: () => onSearch({ mine: true }) }]),
  ];
  return (
    <>
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
            <Button size="sm" variant="ghost" onClick={() => onSearch(RESET)}>
              {t.filters.reset}
            </Button>
          ) : null
        }
      >
        {search.status ? (
          <FilterChip
            icon="target"
            field={t.filters.status}
            operator={t.filters.isAnyOf}
            value={{ text: search.status.map((status) => t.status[status]).join(', '), menu: statusMenu }}
            onRemove={() => onSearch({ status: undefined })}
          />
        ) : null}
        {search.company ? (
          <CompanyChip
            companyId={search.company}
            onChange={() => setChoosing(true)}
            onRemove={() => onSearch({ company: undefined })}
          />
        ) : null}
        {search.mine ? (
          <FilterChip
            icon="user"
            field={t.filters.mine}
            operator={t.filters.is}
            value={t.filters.me}
            onRemove={() => onSearch({ mine: undefined })}
          />
        ) : null}
      </FilterBar>
      {isChoosing ? (
        <Dialog open onOpenChange={setChoosing} title={t.filters.chooseCompany}>
          <Field label={t.filters.company}>
            {(ids) => (
              <CompanyPicker
                {...ids}
                value={search.company ?? null}
                onChange={(company) => {
                  setChoosing(false);
                  onSearch({ company: company?.id });
                }}
              />
            )}
          </Field>
        </Dialog>
      ) : null}
    </>
  );
}

function CompanyChip({
  companyId,
  onChange,
  onRemove,
}: {
  companyId: string;
  onChange: () => void;
  onRemove: () => void;
}) {
  const company = useQuery(trpc.companies.getCompany.queryOptions({ companyId }));
  return (
    <FilterChip
      icon="building"
      field={t.filters.company}
      operator={t.filters.is}
      value={{ text: company.data?.name ?? strings.common.unknown, onPress: onChange }}
      onRemove={onRemove}
    />
  );
}
