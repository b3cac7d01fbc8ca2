import { Button, formatExact, Notice, TextLink, useStrings } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { strings } from '../../strings/strings.ts';
import { summaryOptions } from '../session/session.queries.ts';

const t = strings.security.summary;

/** Says on the start page that somebody failed to sign in as this person while they were away. */
export function FailedSignIns() {
  const { locale } = useStrings();
  const [isDismissed, setDismissed] = useState(false);
  const summary = useQuery(summaryOptions).data;
  if (!summary || summary.failuresSince === 0 || isDismissed) return null;
  const { failuresSince, lastFailure } = summary;
  return (
    <div className="mb-5">
      <Notice
        tone="caution"
        icon="shield"
        title={t.failures(failuresSince)}
        actions={
          <Button size="sm" onClick={() => setDismissed(true)}>
            {t.dismiss}
          </Button>
        }
      >
        {lastFailure ? `${t.failuresBody(formatExact(lastFailure.at, locale), lastFailure.address)} ` : ''}
        {t.notYou} <TextLink href="/profile/security">{t.toSecurity}</TextLink>
      </Notice>
    </div>
  );
}
