import type { Result } from '@sallyport/contracts/common';
import { type StatusGlyphName, StatusPill, type Tone } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

const LOOKS: Record<Result, { tone: Tone; glyph: StatusGlyphName }> = {
  OPEN: { tone: 'negative', glyph: 'ring' },
  FIXED: { tone: 'positive', glyph: 'full' },
  PARTIALLY_FIXED: { tone: 'caution', glyph: 'half' },
  NOT_RETESTED: { tone: 'neutral', glyph: 'dashed' },
  WITHDRAWN: { tone: 'neutral', glyph: 'minus' },
};

/** What the firm verified. */
export function ResultStatus({ result, plain }: { result: Result; plain?: boolean }) {
  return <StatusPill {...LOOKS[result]} plain={plain} status={strings.findings.results[result]} />;
}
