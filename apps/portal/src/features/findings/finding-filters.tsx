import {
  Button,
  FilterBar,
  FilterChip,
  type MenuEntry,
  SEVERITIES,
  SearchInput,
  useStrings,
} from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { type FindingSearch, isNarrowed, RESULTS, switched } from '../../lib/finding-search.ts';
import { useTypedSearch } from '../../lib/use-typed-search.ts';
import { strings } from '../../strings/strings.ts';
import { projectListOptions } from '../projects/projects.queries.ts';

const t = strings.findings;

/** The part of an address that narrows the list, taken away. */
export const RESET = {
  search: undefined,
  severity: undefined,
  result: undefined,
  project: undefined,
} as const satisfies FindingSearch;

/** Search and filters over the list; each change is a change of the address. */
export function FindingFilters({
  search,
  onSearch,
  isBusy,
}: {
  search: FindingSearch;
  onSearch: (patch: FindingSearch) => void;
  isBusy: boolean;
}) {
  const { severity: words } = useStrings();
  const [typed, setTyped] = useTypedSearch(search.search, (text) => onSearch({ search: text }));
  const projects = useQuery(projectListOptions()).data?.rows ?? [];
  const severities = SEVERITIES.map((severity) => ({
    label: words[severity],
    checked: search.severity?.includes(severity) ?? false,
    onSelect: () => onSearch({ severity: switched(search.severity, severity) }),
  }));
  const results = RESULTS.map((result) => ({
    label: t.results[result],
    checked: search.result?.includes(result) ?? false,
    onSelect: () => onSearch({ result: switched(search.result, result) }),
  }));
  const choices: MenuEntry[] = projects.map((project) => ({
    label: project.name,
    icon: search.project === project.id ? ('check' as const) : undefined,
    onSelect: () => onSearch({ project: project.id }),
  }));
  const add: MenuEntry[] = [
    ...(search.severity ? [] : [{ kind: 'heading' as const, label: t.severity }, ...severities]),
    ...(search.result ? [] : [{ kind: 'heading' as const, label: t.result }, ...results]),
    ...(search.project || choices.length < 2
      ? []
      : [{ kind: 'heading' as const, label: t.project }, ...choices]),
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
          <Button size="sm" variant="ghost" onClick={() => onSearch(RESET)}>
            {t.reset}
          </Button>
        ) : undefined
      }
    >
      {search.severity ? (
        <FilterChip
          icon="filter"
          field={t.severity}
          operator={t.isAnyOf}
          value={{ text: search.severity.map((severity) => words[severity]).join(', '), menu: severities }}
          onRemove={() => onSearch({ severity: undefined })}
        />
      ) : null}
      {search.result ? (
        <FilterChip
          icon="check-circle"
          field={t.result}
          operator={t.isAnyOf}
          value={{ text: search.result.map((result) => t.results[result]).join(', '), menu: results }}
          onRemove={() => onSearch({ result: undefined })}
        />
      ) : null}
      {search.project ? (
        <FilterChip
          icon="target"
          field={t.project}
          operator={t.is}
          value={{
            text: projects.find(({ id }) => id === search.project)?.name ?? t.unknownProject,
            menu: choices,
          }}
          onRemove={() => onSearch({ project: undefined })}
        />
      ) : null}
    </FilterBar>
  );
}
