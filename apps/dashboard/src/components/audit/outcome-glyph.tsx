import { StatusGlyph } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import type { AuditEntry } from './audit-entry.ts';

const LOOKS = {
  ALLOWED: { glyph: 'full', tone: 'positive' },
  REFUSED: { glyph: 'cross', tone: 'negative' },
  FAILED: { glyph: 'alert', tone: 'caution' },
} as const;

/** How it ended, as a ring with a name. */
export function OutcomeGlyph({ outcome }: { outcome: AuditEntry['outcome'] }) {
  return <StatusGlyph {...LOOKS[outcome]} label={strings.audit.outcome[outcome]} />;
}
