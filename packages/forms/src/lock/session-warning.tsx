import { Button, Icon } from '@sallyport/ui';
import { useState } from 'react';
import type { NearEnd } from './use-session-watch.ts';

interface SessionWarningWords {
  text: (time: string) => string;
  lastText: (time: string) => string;
  stay: string;
  staying: string;
}

/** Two minutes before the end, quietly; staying is one press, unless the session is as old as one may get. */
export function SessionWarning({
  words,
  locale,
  end: { at, canStay },
  onStay,
}: {
  words: SessionWarningWords;
  locale: string;
  end: NearEnd;
  onStay: () => Promise<unknown>;
}) {
  const [isBusy, setBusy] = useState(false);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  const stay = async () => {
    setBusy(true);
    await onStay().finally(() => setBusy(false));
  };
  return (
    <div className="ui-session-warning" role="status">
      <Icon name="clock" />
      <span>{canStay ? words.text(time) : words.lastText(time)}</span>
      {canStay ? (
        <Button size="sm" busy={isBusy} busyLabel={words.staying} onClick={() => void stay()}>
          {words.stay}
        </Button>
      ) : null}
    </div>
  );
}
