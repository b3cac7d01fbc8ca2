import type { CvssScore, Severity } from '@sallyport/contracts/common';
import { SeverityBadge, useStrings } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.cvss;

/** Where each severity begins on the scale of 0 to 10 that both standards share. */
const BANDS: readonly { severity: Severity; width: number }[] = [
  { severity: 'low', width: 4 },
  { severity: 'medium', width: 3 },
  { severity: 'high', width: 2 },
  { severity: 'critical', width: 1 },
];

/** A score as a number, a word and a place on the scale. */
export function ScoreLine({ score, isAsking }: { score: CvssScore | null; isAsking: boolean }) {
  const { severity: words } = useStrings();
  return (
    <div
      className="flex items-center gap-3.5"
      data-tone={score?.severity ?? 'neutral'}
      role="status"
      aria-busy={isAsking || undefined}
    >
      <span
        className="min-w-14 text-3xl font-semibold tabular-nums"
        style={{ color: score ? 'var(--tone-text)' : 'var(--color-text-disabled)' }}
        aria-hidden="true"
      >
        {score ? score.score.toFixed(1) : '–'}
      </span>
      <span className="sr-only">
        {score ? t.score(score.score.toFixed(1), words[score.severity]) : t.noScore}
      </span>
      <span className={isAsking ? 'min-w-0 flex-1 opacity-60' : 'min-w-0 flex-1'} aria-hidden="true">
        {score ? (
          <SeverityBadge plain severity={score.severity} />
        ) : (
          <span className="text-text-3">{isAsking ? t.asking : t.noScore}</span>
        )}
        <span className="relative mt-1.5 flex h-[5px] gap-0.5">
          {BANDS.map(({ severity, width }) => (
            <i
              key={severity}
              data-tone={severity}
              className="first:rounded-l-full last:rounded-r-full"
              style={{
                flex: width,
                background: 'var(--tone-solid)',
                opacity: score?.severity === severity ? 1 : 0.4,
              }}
            />
          ))}
          {score ? (
            <em
              className="absolute -top-[3px] -ml-px h-[11px] w-[3px] rounded-full bg-text outline-2 outline-surface"
              style={{ left: `${score.score * 10}%` }}
            />
          ) : null}
        </span>
      </span>
    </div>
  );
}
