import type { ReactNode } from 'react';
import type { StatusGlyphName } from '../display/status-glyph.tsx';
import { StatusGlyph } from '../display/status-glyph.tsx';
import type { Tone } from '../tones.ts';

/** Holds, needs a look, refuses the change, or is still to be done. */
export type CheckState = 'passed' | 'warning' | 'failed' | 'open';

const LOOKS: Record<CheckState, { tone: Tone; glyph: StatusGlyphName }> = {
  passed: { tone: 'positive', glyph: 'full' },
  warning: { tone: 'caution', glyph: 'alert' },
  failed: { tone: 'negative', glyph: 'cross' },
  open: { tone: 'caution', glyph: 'ring' },
};

/** One rule and whether it holds, with what to do about it. */
export function CheckLine({
  state,
  children,
  note,
  action,
}: {
  state: CheckState;
  children: ReactNode;
  note?: ReactNode | undefined;
  action?: ReactNode | undefined;
}) {
  return (
    <li className="ui-check-line">
      <StatusGlyph {...LOOKS[state]} />
      <div>
        {children}
        {note ? <small>{note}</small> : null}
      </div>
      {action}
    </li>
  );
}
