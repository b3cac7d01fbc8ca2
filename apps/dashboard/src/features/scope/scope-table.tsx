import { CodeText, DataTable, IconButton, StatusPill, Switch, type TableColumn } from '@sallyport/ui';
import type { ReactNode } from 'react';
import { strings } from '../../strings/strings.ts';
import type { ScopeItem } from './scope.queries.ts';

const t = strings.scope;
/** On a phone the buttons of the row stand on the same line. */
const TARGET = 'block truncate @max-[560px]/ui-table:pr-16';

/** Targets line by line; who may change the scope switches, notes and removes right here. */
export function ScopeTable({
  rows,
  canEdit,
  isNarrow,
  selected,
  onSelect,
  onInScope,
  onNote,
  onRemove,
  ...state
}: {
  rows: readonly ScopeItem[];
  canEdit: boolean;
  /** A panel stands beside it: the essentials alone. */
  isNarrow: boolean;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onInScope: (item: ScopeItem, isInScope: boolean) => void;
  onNote: (item: ScopeItem) => void;
  onRemove: (item: ScopeItem) => void;
  loading: boolean;
  error: ReactNode;
  empty: ReactNode;
}) {
  const target: TableColumn<ScopeItem> = {
    key: 'target',
    header: t.columns.target,
    primary: true,
    width: 'fill',
    cell: (row) => (
      <span className={row.isInScope ? TARGET : `${TARGET} text-text-3 line-through`} title={row.target}>
        <CodeText>{row.target}</CodeText>
      </span>
    ),
  };
  const kind: TableColumn<ScopeItem> = {
    key: 'kind',
    header: t.columns.kind,
    width: 110,
    cell: (row) => <span className="text-text-2">{t.kinds[row.kind]}</span>,
  };
  const inScope: TableColumn<ScopeItem> = {
    key: 'inScope',
    header: t.columns.inScope,
    width: 140,
    cell: (row) => (
      <span className="flex items-center gap-2">
        {canEdit ? (
          <>
            <Switch
              checked={row.isInScope}
              label={t.switchLabel(row.target)}
              onChange={(isInScope) => onInScope(row, isInScope)}
            />
            <span className={row.isInScope ? 'text-text-2' : 'text-text-3'} aria-hidden="true">
              {row.isInScope ? t.inScope : t.outOfScope}
            </span>
          </>
        ) : (
          <StatusPill
            plain
            tone={row.isInScope ? 'positive' : 'neutral'}
            glyph={row.isInScope ? 'full' : 'minus'}
            status={row.isInScope ? t.inScope : t.outOfScope}
          />
        )}
      </span>
    ),
  };
  const note: TableColumn<ScopeItem> = {
    key: 'note',
    header: t.columns.note,
    width: 300,
    cell: (row) => (
      <span className="block truncate text-text-2" title={row.note} data-blank={row.note ? undefined : ''}>
        {row.note}
      </span>
    ),
  };
  const actions: TableColumn<ScopeItem> = {
    key: 'actions',
    header: t.columns.actions,
    headerHidden: true,
    width: 76,
    align: 'end',
    cell: (row) => (
      <span className="inline-flex gap-0.5">
        <IconButton
          plain
          size="sm"
          icon="pencil"
          label={t.editNote(row.target)}
          onClick={() => onNote(row)}
        />
        <IconButton plain size="sm" icon="trash" label={t.remove(row.target)} onClick={() => onRemove(row)} />
      </span>
    ),
  };
  const columns = isNarrow ? [target, inScope] : [target, kind, inScope, note, ...(canEdit ? [actions] : [])];
  return (
    <DataTable
      {...state}
      label={t.tableLabel}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.target}
      skeletonRows={8}
      {...(canEdit ? { selected, onSelect } : {})}
    />
  );
}
