import type { SeverityCounts } from '@sallyport/contracts/common';
import { SEVERITIES, SeverityGlyph, useStrings } from '@sallyport/ui';

/** How many findings of each severity: the number is said, the bar below only repeats the colour. */
export function SeverityCards({ counts }: { counts: SeverityCounts }) {
  const { severity: words } = useStrings();
  return (
    <dl className="grid grid-cols-5 overflow-hidden rounded-lg border border-border">
      {SEVERITIES.map((severity) => (
        <div
          key={severity}
          data-tone={severity}
          className="min-w-0 border-b-2 border-l border-l-border-soft px-2 pt-1.5 pb-1 first:border-l-0"
          style={{ borderBottomColor: counts[severity] > 0 ? 'var(--tone-solid)' : 'transparent' }}
        >
          <dt className="flex items-center gap-1 text-xs text-text-2">
            <SeverityGlyph severity={severity} />
            <span className="truncate max-[26rem]:sr-only">{words[severity]}</span>
          </dt>
          <dd
            className={
              counts[severity] > 0 ? 'text-lg font-semibold tabular-nums' : 'text-lg text-text-3 tabular-nums'
            }
          >
            {counts[severity].toLocaleString('en')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
