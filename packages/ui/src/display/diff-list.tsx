import { useStrings } from '../strings.ts';
import { diffLines } from './diff.ts';

/** Before and after of an object, with signs as well as tints. */
export function DiffList({
  before,
  after,
  labels = {},
  title,
  changedOnly,
}: {
  before: Readonly<Record<string, unknown>> | null | undefined;
  after: Readonly<Record<string, unknown>> | null | undefined;
  /** Words for the fields. */
  labels?: Readonly<Record<string, string>> | undefined;
  title?: string | undefined;
  changedOnly?: boolean | undefined;
}) {
  const strings = useStrings();
  const lines = diffLines(before, after).filter((line) => !changedOnly || line.sign !== ' ');
  return (
    <div className="ui-diff">
      {title ? <p className="ui-diff-head">{title}</p> : null}
      <ul>
        {lines.map((line) => (
          <li
            key={`${line.key}${line.sign}`}
            className="ui-diff-line"
            data-sign={line.sign.trim() || undefined}
          >
            <span className="ui-diff-sign" aria-hidden="true">
              {line.sign === '-' ? '−' : line.sign}
            </span>
            {line.sign === ' ' ? null : (
              <span className="sr-only">{line.sign === '+' ? strings.after : strings.before}: </span>
            )}
            <span className="ui-diff-key">{labels[line.key] ?? line.key}</span>
            <span className="ui-diff-value">{line.value}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
