import type { SeverityCounts } from '@sallyport/contracts/common';
import { SEVERITIES, SeverityBar } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

/** How many findings there are in all. */
export function totalOf(counts: SeverityCounts): number {
  return SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
}

/** What is open in a project, as a thin bar with its number. */
export function OpenCounts({ open }: { open: SeverityCounts }) {
  const total = totalOf(open);
  return (
    <span className="inline-flex items-center gap-3 text-xs text-text-2">
      {total > 0 ? <SeverityBar counts={open} /> : null}
      <span className="whitespace-nowrap tabular-nums">
        {total > 0 ? strings.projects.open(total) : strings.projects.nothingOpen}
      </span>
    </span>
  );
}
