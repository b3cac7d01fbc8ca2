import { DateText, Icon } from '@sallyport/ui';
import { endsWithin } from '../lib/days.ts';
import { strings } from '../strings/strings.ts';

const SOON_DAYS = 14;

/** When something ends; what ends within two weeks stands out. */
export function ExpiryText({
  at,
  fallback = strings.common.never,
}: {
  at: string | null;
  fallback?: string;
}) {
  if (at === null)
    return (
      <span className="text-text-3" data-blank="">
        {fallback}
      </span>
    );
  const isNear = endsWithin(at, SOON_DAYS) || Date.parse(at) <= Date.now();
  return (
    <span
      className={
        isNear
          ? 'inline-flex items-center gap-1 font-medium text-caution-text'
          : 'inline-flex items-center gap-1 text-text-2'
      }
    >
      <Icon name="hourglass" size={14} />
      <DateText at={at} />
    </span>
  );
}
