import type { ImportDecision } from '@sallyport/contracts/staff';
import { cx, Icon, type IconName, type Tone } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import { DECISIONS, type DecisionCount } from './import-counts.ts';

const t = strings.imports.preview;

const LOOKS: Record<ImportDecision, { tone: Tone; icon: IconName }> = {
  NEW: { tone: 'accent', icon: 'plus-circle' },
  MERGE: { tone: 'low', icon: 'merge' },
  UNCHANGED: { tone: 'neutral', icon: 'minus-circle' },
};

/** A decision as icon and word. */
export function Decision({ decision }: { decision: ImportDecision }) {
  const { tone, icon } = LOOKS[decision];
  return (
    <span
      data-tone={tone}
      className="inline-flex items-center gap-1.5 align-middle text-xs font-medium"
      style={{ color: 'var(--tone-text)' }}
    >
      <Icon name={icon} size={14} />
      {t.decisions[decision]}
    </span>
  );
}

/** How much each decision is about, first as numbers, then as a bar; each number narrows the table. */
export function DecisionTiles({
  counts,
  chosen,
  onChoose,
}: {
  counts: Record<ImportDecision, DecisionCount>;
  chosen: ImportDecision | null;
  onChoose: (decision: ImportDecision | null) => void;
}) {
  return (
    <>
      <div className="mt-3.5 grid gap-2 sm:grid-cols-3">
        {DECISIONS.map((decision) => {
          const { findings, added } = counts[decision];
          const isChosen = chosen === decision;
          return (
            <button
              key={decision}
              type="button"
              data-tone={LOOKS[decision].tone}
              aria-pressed={isChosen}
              disabled={findings === 0}
              onClick={() => onChoose(isChosen ? null : decision)}
              style={
                isChosen ? { background: 'var(--tone-bg)', borderColor: 'var(--tone-border)' } : undefined
              }
              className={cx(
                'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-md border border-border px-3 py-2 text-left',
                findings > 0 && 'cursor-pointer hover:bg-hover',
              )}
            >
              <Decision decision={decision} />
              <b
                className={cx(
                  'row-span-2 text-xl font-semibold tabular-nums',
                  findings === 0 && 'font-normal text-text-3',
                )}
              >
                {findings.toLocaleString('en')}
              </b>
              <span className="text-xs text-text-3">
                {findings > 0 ? t.notes[decision](added) : '\u00a0'}
              </span>
            </button>
          );
        })}
      </div>
      <div className="mt-2.5 flex h-1.5 gap-0.5 overflow-hidden rounded-full" aria-hidden="true">
        {DECISIONS.filter((decision) => counts[decision].findings > 0).map((decision) => (
          <i
            key={decision}
            data-tone={LOOKS[decision].tone}
            style={{
              flex: counts[decision].findings,
              background: 'var(--tone-solid)',
              opacity: decision === 'UNCHANGED' ? 0.55 : 1,
            }}
          />
        ))}
      </div>
    </>
  );
}
