import { type StatusGlyphName, StatusPill, type Tone } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import type { ImportState as State } from './imports.queries.ts';

const LOOKS: Record<State, { tone: Tone; glyph: StatusGlyphName }> = {
  UPLOADED: { tone: 'neutral', glyph: 'dashed' },
  READING: { tone: 'accent', glyph: 'quarter' },
  READY: { tone: 'caution', glyph: 'ring' },
  APPLYING: { tone: 'accent', glyph: 'half' },
  APPLIED: { tone: 'positive', glyph: 'full' },
  FAILED: { tone: 'negative', glyph: 'cross' },
  DISCARDED: { tone: 'neutral', glyph: 'minus' },
};

/** How far an import is. */
export function ImportState({ state }: { state: State }) {
  return <StatusPill plain {...LOOKS[state]} status={strings.imports.states[state]} />;
}
