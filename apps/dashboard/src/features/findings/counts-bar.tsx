import type { Severity, SeverityCounts } from '@sallyport/contracts/common';
import { SEVERITIES, SeverityBar, SeverityGlyph, useStrings } from '@sallyport/ui';
import { totalOf } from '../../components/severity-total.tsx';
import { strings } from '../../strings/strings.ts';

const t = strings.findings;

/** How many there are of each severity, in the whole project; each number is a filter. */
export function CountsBar({
  counts,
  draftCount,
  chosen,
  onToggle,
}: {
  counts: SeverityCounts;
  draftCount: number;
  chosen: readonly Severity[];
  onToggle: (severity: Severity) => void;
}) {
  const { severity: words } = useStrings();
  const total = totalOf(counts);
  if (total === 0) return null;
  return (
    <section
      aria-label={t.counts}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-border px-5 py-2 max-sm:px-4"
    >
      <span className="font-medium tabular-nums">{t.total(total, draftCount)}</span>
      <span className="w-28 max-sm:hidden">
        <SeverityBar wide counts={counts} />
      </span>
      <span className="-mx-2 flex flex-wrap gap-0.5">
        {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
          <button
            key={severity}
            type="button"
            aria-pressed={chosen.includes(severity)}
            onClick={() => onToggle(severity)}
            className="inline-flex h-6.5 cursor-pointer items-center gap-1.5 rounded-sm px-2 text-xs hover:bg-hover aria-pressed:bg-selected aria-pressed:font-medium"
          >
            <SeverityGlyph severity={severity} />
            <span className="text-text-2 max-sm:sr-only">{words[severity]}</span>{' '}
            <span className="tabular-nums">{counts[severity].toLocaleString('en')}</span>
          </button>
        ))}
      </span>
    </section>
  );
}
