import { Fragment, type KeyboardEvent, useRef, useState } from 'react';
import { useStrings } from '../strings.ts';
import { TableHead } from './table-head.tsx';
import { tableMove, toggled } from './table-keys.ts';
import { TableRow } from './table-row.tsx';
import { TableSkeleton } from './table-skeleton.tsx';
import type { DataTableProps } from './table-types.ts';

/** The work surface: sorting, selection, an open row, and the keyboard (arrows or J and K, Enter, X). */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, rowName = rowKey, selected, onSelect, openKey, onOpen, onRowHref } = props;
  const strings = useStrings();
  const body = useRef<HTMLTableSectionElement>(null);
  const [focused, setFocused] = useState(0);
  const span = columns.length + (onSelect ? 1 : 0);
  const keys = rows.map(rowKey);
  const picked = selected ?? new Set<string>();
  const pickedHere = keys.filter((key) => picked.has(key)).length;
  const focusable = Math.min(focused, Math.max(0, rows.length - 1));

  const focusRow = (index: number) => {
    setFocused(index);
    body.current?.querySelectorAll<HTMLTableRowElement>('tr[tabindex]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, row: Row, index: number) => {
    const isOwn = event.target === event.currentTarget;
    if (event.metaKey || event.ctrlKey || event.altKey || !isOwn) return;
    const move = tableMove(event.key, index, rows.length);
    if (move === undefined || (move === 'select' && !onSelect)) return;
    event.preventDefault();
    if (move === 'select') onSelect?.(toggled(picked, rowKey(row)));
    else if (move === 'open') {
      if (onOpen) onOpen(row);
      else event.currentTarget.querySelector<HTMLElement>('.ui-table-link')?.click();
    } else {
      focusRow(move.to);
      const next = rows[move.to];
      if (next !== undefined && openKey && onOpen) onOpen(next); // the open panel follows
    }
  };
  const toggleAll = () => onSelect?.(pickedHere === rows.length ? new Set() : new Set([...picked, ...keys]));
  const isBlank = !props.loading && rows.length === 0;
  const note = props.error ?? (isBlank ? props.empty : undefined);

  return (
    <div
      className="ui-table-box"
      data-in-card={props.inCard ? '' : undefined}
      aria-busy={props.loading || undefined}
    >
      <table className="ui-table" data-density={props.density} aria-label={props.label}>
        <TableHead
          columns={columns}
          sort={props.sort}
          onSort={props.onSort}
          selection={
            onSelect
              ? {
                  state: pickedHere === 0 ? false : pickedHere === rows.length ? true : 'mixed',
                  onToggle: toggleAll,
                }
              : undefined
          }
        />
        <tbody ref={body}>
          {props.loading && rows.length === 0 ? (
            <TableSkeleton
              columns={columns}
              hasCheck={onSelect !== undefined}
              rows={props.skeletonRows}
              label={strings.loading}
            />
          ) : null}
          {props.error
            ? null
            : rows.map((row, index) => {
                const key = rowKey(row);
                const previous = rows[index - 1];
                const group = props.groupBy?.(row);
                const startsGroup =
                  group !== undefined && (previous === undefined || props.groupBy?.(previous) !== group);
                return (
                  <Fragment key={key}>
                    {startsGroup ? (
                      <tr className="ui-table-group">
                        <th colSpan={span} scope="colgroup">
                          {group}
                        </th>
                      </tr>
                    ) : null}
                    <TableRow
                      row={row}
                      name={rowName(row)}
                      columns={columns}
                      mark={props.rowMark?.(row)}
                      href={onRowHref?.(row)}
                      isOpen={openKey === key}
                      isFocusable={index === focusable}
                      selection={
                        onSelect
                          ? { isSelected: picked.has(key), onToggle: () => onSelect(toggled(picked, key)) }
                          : undefined
                      }
                      onOpen={onOpen ? () => onOpen(row) : undefined}
                      onFocus={() => setFocused(index)}
                      onKeyDown={(event) => onKeyDown(event, row, index)}
                    />
                  </Fragment>
                );
              })}
        </tbody>
      </table>
      {note ? <div className="ui-table-note">{note}</div> : null}
      {props.footer}
    </div>
  );
}
