import type { ReactNode } from 'react';
import type { Tone } from '../tones.ts';

/** How far along: a ring that fills; marks inside it for overdue, on hold, accepted, done and refused. */
export type StatusGlyphName =
  | 'dashed'
  | 'ring'
  | 'quarter'
  | 'half'
  | 'full'
  | 'alert'
  | 'hold'
  | 'minus'
  | 'cross';

const RING = <circle cx="7" cy="7" r="5.2" />;
const DISC = <circle cx="7" cy="7" r="5.95" fill="currentColor" stroke="none" />;

const SHAPES: Record<StatusGlyphName, ReactNode> = {
  dashed: <circle cx="7" cy="7" r="5.2" strokeDasharray="2.2 1.9" />,
  ring: RING,
  quarter: (
    <>
      {RING}
      <path d="M7 7V4.2A2.8 2.8 0 0 1 9.8 7Z" fill="currentColor" stroke="none" />
    </>
  ),
  half: (
    <>
      {RING}
      <path d="M7 4a3 3 0 0 1 0 6Z" fill="currentColor" stroke="none" />
    </>
  ),
  full: (
    <>
      {DISC}
      <path className="ui-glyph-inner" d="m4.6 7.2 1.7 1.7 3.2-3.5" strokeLinejoin="round" />
    </>
  ),
  alert: (
    <>
      {RING}
      <path d="M7 4.2v3.2M7 9.6v.1" />
    </>
  ),
  hold: (
    <>
      {RING}
      <path d="M5.7 5.2v3.6M8.3 5.2v3.6" />
    </>
  ),
  minus: (
    <>
      {RING}
      <path d="M4.8 7h4.4" />
    </>
  ),
  cross: (
    <>
      {DISC}
      <path className="ui-glyph-inner" d="m5.2 5.2 3.6 3.6M8.8 5.2 5.2 8.8" />
    </>
  ),
};

/** A status as a glyph alone; give it a label where no word stands beside it. */
export function StatusGlyph({
  glyph,
  tone,
  label,
}: {
  glyph: StatusGlyphName;
  tone?: Tone | undefined;
  label?: string | undefined;
}) {
  return (
    <svg
      className="ui-glyph"
      data-tone={tone}
      width="14"
      height="14"
      viewBox="0 0 14 14"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {SHAPES[glyph]}
    </svg>
  );
}
