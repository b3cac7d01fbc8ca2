import type { ReactNode } from 'react';

/** How the rows are ordered; the server does the ordering. */
export type TableSort = { key: string; direction: 'asc' | 'desc' };

/** A column of a table. */
export type TableColumn<Row> = {
  key: string;
  header: ReactNode;
  align?: 'start' | 'end' | undefined;
  /** In pixels; "fill" takes what is left and cuts off with an ellipsis. */
  width?: number | 'fill' | undefined;
  /** What the server calls this order; makes the head a button. */
  sortKey?: string | undefined;
  cell: (row: Row) => ReactNode;
  /** The name of the row: first line on a phone, and the link where rows have addresses. */
  primary?: boolean | undefined;
  /** Left out where the table is narrower than 760 px. */
  wideOnly?: boolean | undefined;
  /** Says the head to screen readers only. */
  headerHidden?: boolean | undefined;
};

/** A change that is not saved yet, drawn at the row's edge. */
export type RowMark = 'added' | 'removed' | undefined;

/** Everything a table can be given. */
export type DataTableProps<Row> = {
  /** Its name. */
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Names a row for its checkbox. */
  rowName?: ((row: Row) => string) | undefined;
  rowMark?: ((row: Row) => RowMark) | undefined;
  /** A heading above the first row of each group. */
  groupBy?: ((row: Row) => string) | undefined;
  sort?: TableSort | undefined;
  onSort?: ((sort: TableSort) => void) | undefined;
  selected?: ReadonlySet<string> | undefined;
  onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  /** The row whose detail is open. */
  openKey?: string | null | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  onRowHref?: ((row: Row) => string) | undefined;
  density?: 'compact' | 'default' | 'comfortable' | undefined;
  /** 14 px outer padding and no rule under the last row. */
  inCard?: boolean | undefined;
  loading?: boolean | undefined;
  skeletonRows?: number | undefined;
  empty?: ReactNode | undefined;
  error?: ReactNode | undefined;
  footer?: ReactNode | undefined;
};
