import type { SeverityCounts } from '@sallyport/contracts/common';
import { SEVERITIES, SeverityBar } from '@sallyport/ui';

/** How many findings there are in all. */
export function totalOf(counts: SeverityCounts): number {
  return SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
}

/** The mini bar of a row with the total beside it. */
export function SeverityTotal({ counts }: { counts: SeverityCounts }) {
  const total = totalOf(counts);
  if (total === 0)
    return (
      <span className="text-text-3" data-blank="">
        –
      </span>
    );
  return (
    <span className="inline-flex items-center gap-2">
      <SeverityBar counts={counts} />
      <span className="tabular-nums">{total.toLocaleString('en')}</span>
    </span>
  );
}
