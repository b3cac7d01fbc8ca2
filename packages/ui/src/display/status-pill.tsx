import { useStrings } from '../strings.ts';
import type { Tone } from '../tones.ts';
import { StatusGlyph, type StatusGlyphName } from './status-glyph.tsx';

/** A status: a pill once per screen, plain (ring and word) in rows. */
export function StatusPill({
  status,
  tone,
  glyph,
  plain,
}: {
  /** The word. */
  status: string;
  tone: Tone;
  glyph: StatusGlyphName;
  plain?: boolean | undefined;
}) {
  return (
    <span className="ui-pill" data-tone={tone} data-plain={plain ? '' : undefined}>
      <StatusGlyph glyph={glyph} />
      {status}
    </span>
  );
}

/** Where an account stands. */
export type AccountState = 'INVITED' | 'ACTIVE' | 'INACTIVE' | 'SUSPENDED' | 'EXPIRED';

const ACCOUNT_LOOKS: Record<AccountState, { tone: Tone; glyph: StatusGlyphName }> = {
  INVITED: { tone: 'neutral', glyph: 'dashed' },
  ACTIVE: { tone: 'positive', glyph: 'full' },
  INACTIVE: { tone: 'neutral', glyph: 'minus' },
  SUSPENDED: { tone: 'negative', glyph: 'hold' },
  EXPIRED: { tone: 'caution', glyph: 'alert' },
};

/** The status of an account. */
export function AccountStatus({ status, plain }: { status: AccountState; plain?: boolean | undefined }) {
  const strings = useStrings();
  return <StatusPill {...ACCOUNT_LOOKS[status]} status={strings.accountStatus[status]} plain={plain} />;
}
