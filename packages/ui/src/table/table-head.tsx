import { Checkbox } from '../forms/checkbox.tsx';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';
import type { TableColumn, TableSort } from './table-types.ts';

type HeadProps<Row> = {
  columns: readonly TableColumn<Row>[];
  sort: TableSort | undefined;
  onSort: ((sort: TableSort) => void) | undefined;
  selection: { state: boolean | 'mixed'; onToggle: () => void } | undefined;
};

/** The sticky head of a table: names, order, and the box for all rows. */
export function TableHead<Row>({ columns, sort, onSort, selection }: HeadProps<Row>) {
  const strings = useStrings();
  return (
    <thead>
      <tr>
        {selection ? (
          <th className="ui-table-check" scope="col">
            <Checkbox
              hideLabel
              label={strings.selectAll}
              checked={selection.state}
              onChange={selection.onToggle}
            />
          </th>
        ) : null}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: { column: TableColumn<Row> } & Pick<HeadProps<Row>, 'sort' | 'onSort'>) {
  const { sortKey } = column;
  const isSorted = sortKey !== undefined && sort?.key === sortKey;
  const style = typeof column.width === 'number' ? { width: column.width } : undefined;
  const shared = {
    scope: 'col' as const,
    'data-align': column.align,
    'data-wide-only': column.wideOnly ? '' : undefined,
    'data-fill': column.width === 'fill' ? '' : undefined,
    style,
  };
  if (sortKey === undefined || !onSort)
    return (
      <th {...shared}>
        <span className={column.headerHidden ? 'sr-only' : undefined}>{column.header}</span>
      </th>
    );
  const next = isSorted && sort?.direction === 'asc' ? 'desc' : 'asc';
  return (
    <th {...shared} aria-sort={isSorted ? (sort?.direction === 'desc' ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className="ui-table-sort"
        onClick={() => onSort({ key: sortKey, direction: next })}
      >
        {column.header}
        <Icon name={isSorted && sort?.direction === 'desc' ? 'arrow-down' : 'arrow-up'} size={12} />
      </button>
    </th>
  );
}
