import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';

/** How far a password is from being long enough, and what else is wrong with it. */
export function StrengthHint({
  length,
  required,
  problems = [],
}: {
  /** Characters typed so far. */
  length: number;
  /** Characters needed. */
  required: number;
  /** What the server or the checker says against it, as sentences. */
  problems?: readonly string[] | undefined;
}) {
  const strings = useStrings();
  const isEnough = length >= required && problems.length === 0;
  const share = Math.min(100, Math.round((length / Math.max(1, required)) * 100));
  return (
    <div
      className="ui-strength"
      data-tone={isEnough ? 'positive' : problems.length > 0 ? 'caution' : 'neutral'}
    >
      <span className="ui-strength-track" aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </span>
      <div className="ui-strength-text" aria-live="polite">
        {isEnough ? (
          <p className="ui-strength-line">
            <Icon name="check" size={12} />
            {strings.strengthGood}
          </p>
        ) : length < required ? (
          <p className="ui-strength-line">{strings.strengthShort(required - length)}</p>
        ) : null}
        {problems.map((problem) => (
          <p key={problem} className="ui-strength-line">
            <Icon name="alert" size={12} />
            {problem}
          </p>
        ))}
      </div>
    </div>
  );
}
