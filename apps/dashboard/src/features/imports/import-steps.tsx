import { cx, Icon } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import type { ImportState } from './imports.queries.ts';

const t = strings.imports.steps;
const STEPS = ['file', 'reading', 'preview', 'done'] as const;

/** The step that an import stands at; steps before it are done. */
const AT: Record<ImportState, number> = {
  UPLOADED: 1,
  READING: 1,
  READY: 2,
  APPLYING: 3,
  APPLIED: 4,
  FAILED: -1,
  DISCARDED: -1,
};

/** The way of a file into a project; nothing where it ended early. */
export function ImportSteps({ state }: { state: ImportState }) {
  const at = AT[state];
  if (at < 0) return null;
  return (
    <ol aria-label={t.label} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-text-3">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? 'step' : undefined}
          className={cx('flex items-center gap-1.5', index === at && 'font-medium text-text')}
        >
          {index > 0 ? <span className="h-px w-3.5 bg-border-strong" aria-hidden="true" /> : null}
          <span
            className={cx(
              'grid size-4.5 place-content-center rounded-full border text-2xs',
              index < at && 'border-positive-border bg-positive-bg text-positive-text',
              index === at && 'border-transparent bg-accent text-accent-on',
              index > at && 'border-border-strong',
            )}
          >
            {index < at ? <Icon name="check" size={12} /> : index + 1}
          </span>
          {t[step]}
        </li>
      ))}
    </ol>
  );
}
