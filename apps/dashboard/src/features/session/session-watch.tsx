import { SessionWarning, useSessionWatch } from '@sallyport/forms';
import { useStrings } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { inBackground } from '../../lib/background.ts';
import { currentUserOptions, useCurrentUser } from '../../lib/current-user.ts';
import { isSignedOut } from '../../lib/is-signed-out.ts';
import { announceSessionEnd, entriesSoFar } from '../../lib/session-end.ts';
import { strings } from '../../strings/strings.ts';

/** Keeps an eye on the time of the session: a quiet word before its end, the locked page after it. */
export function SessionWatch() {
  const queryClient = useQueryClient();
  const { locale } = useStrings();
  const { session } = useCurrentUser();
  const ask = () => queryClient.fetchQuery({ ...currentUserOptions, staleTime: 0, retry: false });
  const near = useSessionWatch(session, async () => {
    const askedAt = entriesSoFar();
    try {
      await inBackground(ask);
    } catch (error) {
      if (isSignedOut(error)) void announceSessionEnd(askedAt);
    }
  });
  if (!near) return null;
  return <SessionWarning words={strings.security.warning} locale={locale} end={near} onStay={ask} />;
}
