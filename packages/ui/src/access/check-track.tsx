import { Icon } from '../icons/icon.tsx';

/** A question asked in order; after the first refusal nothing more is asked. */
export type TrackStep = { label: string; state: 'passed' | 'refused' | 'unasked' };

/** The questions a decision went through, as dots in order. */
export function CheckTrack({ steps, label }: { steps: readonly TrackStep[]; label: string }) {
  return (
    <ol className="ui-track" aria-label={label}>
      {steps.map((step) => (
        <li key={step.label} data-state={step.state}>
          <span className="ui-track-dot" aria-hidden="true">
            {step.state === 'passed' ? (
              <Icon name="check" size={12} />
            ) : step.state === 'refused' ? (
              <Icon name="x" size={12} />
            ) : null}
          </span>
          {step.label}
        </li>
      ))}
    </ol>
  );
}
