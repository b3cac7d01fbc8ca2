import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import { cx } from '../cx.ts';
import { Checkbox } from '../forms/checkbox.tsx';
import { UiLink } from '../provider/link.tsx';
import { useStrings } from '../strings.ts';
import type { RowMark, TableColumn } from './table-types.ts';

/** One row; the whole of it opens, its own links and buttons excepted. */
export function TableRow<Row>({
  row,
  name,
  columns,
  mark,
  href,
  isOpen,
  isFocusable,
  selection,
  onOpen,
  onFocus,
  onKeyDown,
}: {
  row: Row;
  name: string;
  columns: readonly TableColumn<Row>[];
  mark: RowMark;
  href: string | undefined;
  isOpen: boolean;
  isFocusable: boolean;
  selection: { isSelected: boolean; onToggle: () => void } | undefined;
  onOpen: (() => void) | undefined;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => void;
}) {
  const strings = useStrings();
  const opens = Boolean(onOpen ?? href);
  const click = (event: MouseEvent<HTMLTableRowElement>) => {
    const { target, currentTarget } = event;
    if (!opens || !(target instanceof Element) || target.closest('a, button, input, label, select')) return;
    if (getSelection()?.toString()) return; // the click ended a text selection
    if (onOpen) onOpen();
    else currentTarget.querySelector<HTMLElement>('.ui-table-link')?.click();
  };
  return (
    <tr
      tabIndex={opens || selection ? (isFocusable ? 0 : -1) : undefined}
      data-open={isOpen ? '' : undefined}
      data-selected={selection?.isSelected ? '' : undefined}
      data-mark={mark}
      data-opens={opens ? '' : undefined}
      onClick={click}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {selection ? (
        <td className="ui-table-check">
          <Checkbox
            hideLabel
            label={strings.selectRow(name)}
            checked={selection.isSelected}
            onChange={selection.onToggle}
          />
        </td>
      ) : null}
      {columns.map((column) => (
        <td
          key={column.key}
          data-align={column.align}
          data-fill={column.width === 'fill' ? '' : undefined}
          style={
            typeof column.width === 'number' && !column.headerHidden
              ? ({ '--column-width': `${column.width}px` } as CSSProperties)
              : undefined
          }
          data-primary={column.primary ? '' : undefined}
          data-actions={column.headerHidden ? '' : undefined}
          data-wide-only={column.wideOnly ? '' : undefined}
        >
          {column.primary && href !== undefined ? (
            <UiLink href={href} className={cx('ui-table-link', 'ui-table-name')}>
              {column.cell(row)}
            </UiLink>
          ) : column.primary && onOpen ? (
            <button type="button" className="ui-table-link ui-table-name" tabIndex={-1} onClick={onOpen}>
              {column.cell(row)}
            </button>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}
