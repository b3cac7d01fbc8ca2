import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { useStrings } from '../strings.ts';

/** Floats over a table while rows are selected: the count, what can be done with them, clear. Esc clears. */
export function BulkBar({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  children: ReactNode;
}) {
  const strings = useStrings();
  const clear = useRef(onClear);
  clear.current = onClear;
  const isShown = count > 0;
  useEffect(() => {
    if (!isShown) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isElsewhere =
        target instanceof HTMLElement &&
        target.closest(
          '[role="dialog"], [role="alertdialog"], [role="menu"], input[type="text"], textarea, .ui-panel',
        );
      const isPanelOpen = document.querySelector('.ui-panel:not(.ui-effect)') !== null; // Esc is its first
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere && !isPanelOpen) clear.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isShown]);
  return (
    <div className="ui-bulk-area" role="status">
      {isShown ? (
        <div className="ui-bulk" role="toolbar" aria-label={strings.selected(count)}>
          <span className="ui-bulk-count">{strings.selected(count)}</span>
          <span className="ui-rule" aria-hidden="true" />
          {children}
          <span className="ui-rule" aria-hidden="true" />
          <IconButton icon="x" label={strings.clearSelection} kbd={strings.bulkHint} onClick={onClear} />
        </div>
      ) : null}
    </div>
  );
}
