import { formatDay, formatExact, useStrings, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { strings } from '../../strings/strings.ts';
import { summaryOptions } from './session.queries.ts';

const t = strings.security.summary;

/** Says when one was here last, on the first sign-in of a day; failed sign-ins stand on the start page instead. */
export function useWelcome(): () => Promise<void> {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { locale } = useStrings();
  return async () => {
    const { lastSignIn, failuresSince } = await queryClient.fetchQuery(summaryOptions);
    if (failuresSince > 0 || !lastSignIn) return;
    if (formatDay(lastSignIn.at, locale) === formatDay(new Date(), locale)) return;
    const when = formatExact(lastSignIn.at, locale);
    toast.show({ tone: 'neutral', title: t.last, body: t.lastBody(when, lastSignIn.address) });
  };
}
