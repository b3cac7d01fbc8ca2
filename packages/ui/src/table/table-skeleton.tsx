import { Skeleton, useSkeletonDelay } from '../states/skeleton.tsx';
import type { TableColumn } from './table-types.ts';

const WIDTHS = [64, 82, 48, 72, 56, 90, 40, 68];

/** Bars where the rows will be. */
export function TableSkeleton<Row>({
  columns,
  hasCheck,
  rows = 8,
  label,
}: {
  columns: readonly TableColumn<Row>[];
  hasCheck: boolean;
  rows?: number | undefined;
  label: string;
}) {
  const isDue = useSkeletonDelay();
  return Array.from({ length: rows }, (_, line) => (
    <tr key={line} className="ui-table-skeleton" data-due={isDue ? '' : undefined}>
      {hasCheck ? (
        <td className="ui-table-check">
          <Skeleton width={14} />
        </td>
      ) : null}
      {columns.map((column, index) => (
        <td key={column.key} data-primary={column.primary ? '' : undefined}>
          {line === 0 && index === 0 ? <span className="sr-only">{label}</span> : null}
          <Skeleton width={`${WIDTHS[(line * 3 + index * 5) % WIDTHS.length] ?? 60}%`} />
        </td>
      ))}
    </tr>
  ));
}
