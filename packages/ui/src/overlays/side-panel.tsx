import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { CodeText } from '../display/code-text.tsx';
import { useStrings } from '../strings.ts';

/** What answers Esc itself. */
const KEEPS_ESCAPE =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="combobox"], input, textarea';

/** Detail beside a list that keeps its place; Esc closes, J and K walk the list. */
export function SidePanel({
  title,
  keyText,
  position,
  onPrev,
  onNext,
  href,
  onClose,
  meta,
  children,
  footer,
}: {
  title: ReactNode;
  /** The object's key, in the fixed-width face. */
  keyText?: string | undefined;
  /** "9 of 18". */
  position?: string | undefined;
  onPrev?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  /** Its page. */
  href?: string | undefined;
  onClose: () => void;
  /** Status and context, under the title. */
  meta?: ReactNode | undefined;
  children: ReactNode;
  footer?: ReactNode | undefined;
}) {
  const strings = useStrings();
  const titleId = useId();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const { target } = event;
      const isElsewhere = target instanceof Element && target.closest(KEEPS_ESCAPE);
      if (event.key !== 'Escape' || event.defaultPrevented || isElsewhere) return;
      event.preventDefault();
      close.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (
      event.defaultPrevented ||
      (target instanceof HTMLElement &&
        target.closest('input, textarea, [role="listbox"], [role="menu"], [role="radiogroup"]'))
    )
      return;
    if (event.key === 'j') onNext?.();
    else if (event.key === 'k') onPrev?.();
  };
  return (
    <aside className="ui-panel" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header className="ui-panel-head">
        {keyText ? <CodeText muted>{keyText}</CodeText> : null}
        <span className="ui-panel-tools">
          {position ? <span className="ui-panel-position">{position}</span> : null}
          {onPrev || onNext ? (
            <>
              <IconButton
                size="sm"
                icon="chevron-up"
                label={strings.previous}
                kbd="K"
                disabled={!onPrev}
                onClick={onPrev}
              />
              <IconButton
                size="sm"
                icon="chevron-down"
                label={strings.next}
                kbd="J"
                disabled={!onNext}
                onClick={onNext}
              />
              <span className="ui-rule" aria-hidden="true" />
            </>
          ) : null}
          {href ? <IconButton size="sm" icon="external" label={strings.openPage} href={href} /> : null}
          <IconButton size="sm" icon="x" label={strings.close} kbd="Esc" onClick={onClose} />
        </span>
      </header>
      <div className="ui-panel-scroll" tabIndex={-1}>
        <h2 className="ui-panel-title" id={titleId}>
          {title}
        </h2>
        {meta ? <div className="ui-panel-meta">{meta}</div> : null}
        {children}
      </div>
      {footer ? <footer className="ui-panel-foot">{footer}</footer> : null}
    </aside>
  );
}
