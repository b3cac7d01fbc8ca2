import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';

/** What saving would do, before it does: gain, lose, checks, then the button that counts the changes. */
export function EffectPanel({
  title,
  summary,
  gain,
  lose,
  checks,
  empty,
  busy,
  urgent,
  footer,
}: {
  title: string;
  /** "4 changes reach 8 people. Recalculated 2 s ago." */
  summary?: ReactNode | undefined;
  /** EffectCards. */
  gain?: ReactNode | undefined;
  lose?: ReactNode | undefined;
  /** CheckLines. */
  checks?: ReactNode | undefined;
  /** While nothing has changed. */
  empty?: ReactNode | undefined;
  /** The effect is being worked out. */
  busy?: boolean | undefined;
  /** Something in it must be read: it stands open on a phone too, until it is closed by hand. */
  urgent?: boolean | undefined;
  footer?: ReactNode | undefined;
}) {
  const strings = useStrings();
  const id = useId();
  const [chosen, setChosen] = useState<boolean>();
  const isOpen = chosen ?? urgent ?? false;
  return (
    <aside
      className="ui-panel ui-effect"
      aria-labelledby={id}
      aria-busy={busy || undefined}
      data-expanded={isOpen ? '' : undefined}
    >
      <header className="ui-effect-head">
        <h2 className="ui-heading" id={id}>
          {title}
          {busy ? <span className="ui-spinner" aria-hidden="true" /> : null}
        </h2>
        {summary ? <p role="status">{summary}</p> : null}
        <button
          type="button"
          className="ui-effect-toggle"
          aria-labelledby={id}
          aria-expanded={isOpen}
          aria-controls={`${id}-body`}
          onClick={() => setChosen(!isOpen)}
        >
          <Icon name={isOpen ? 'chevron-down' : 'chevron-up'} />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="ui-effect-scroll" id={`${id}-body`} tabIndex={0}>
        {gain ? (
          <>
            <h3 className="ui-effect-group" data-tone="positive">
              {strings.gain}
            </h3>
            <div className="ui-card">{gain}</div>
          </>
        ) : null}
        {lose ? (
          <>
            <h3 className="ui-effect-group" data-tone="negative">
              {strings.lose}
            </h3>
            <div className="ui-card">{lose}</div>
          </>
        ) : null}
        {checks ? (
          <>
            <h3 className="ui-effect-group">{strings.checks}</h3>
            <ul>{checks}</ul>
          </>
        ) : null}
        {gain || lose || checks ? null : empty}
      </div>
      {footer ? <footer className="ui-effect-foot">{footer}</footer> : null}
    </aside>
  );
}
