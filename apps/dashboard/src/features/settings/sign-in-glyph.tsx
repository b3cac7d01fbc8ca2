import type { SignInOutcome } from '@sallyport/contracts/staff';
import { Icon } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const LOOKS = {
  SUCCEEDED: { icon: 'check-circle', colour: 'text-positive-text' },
  FAILED: { icon: 'minus-circle', colour: 'text-caution-text' },
  REFUSED: { icon: 'ban', colour: 'text-negative-text' },
} as const;

/** How an attempt ended: a shape, a colour and a word. */
export function SignInGlyph({ outcome }: { outcome: SignInOutcome }) {
  const { icon, colour } = LOOKS[outcome];
  const label = strings.settings.activity.outcomes[outcome];
  return (
    <span className={colour} role="img" aria-label={label} title={label}>
      <Icon name={icon} />
    </span>
  );
}
