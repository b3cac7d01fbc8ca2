import {
  clearAllDrafts,
  LockScreen,
  noteSession,
  unlockSession,
  useIsLocked,
  useLockScreenAtHand,
} from '@sallyport/forms';
import { useQueryClient } from '@tanstack/react-query';
import { inBackground } from '../../lib/background.ts';
import { type CurrentCustomer, currentCustomerOptions } from '../../lib/current-customer.ts';
import { noteEntry } from '../../lib/session-end.ts';
import { signInCalls } from '../../lib/sign-in-calls.ts';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { SIGN_IN_WORDS } from './sign-in-words.ts';

/** Locks the page where a session ran out, over whatever is open, until its owner is back. */
export function Lock() {
  useLockScreenAtHand();
  const isLocked = useIsLocked();
  const current = useQueryClient().getQueryData<CurrentCustomer>(currentCustomerOptions.queryKey);
  return isLocked && current ? <Locked person={current.user} /> : null;
}

/** Leaves for good: nothing that this page knows outlives it, and nobody is asked whether to stay. */
function leaveTo(path: string): void {
  clearAllDrafts();
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
  window.location.replace(path);
}

function Locked({ person }: { person: CurrentCustomer['user'] }) {
  const queryClient = useQueryClient();
  const goOn = async (fresh: CurrentCustomer) => {
    if (fresh.user.id !== person.id) return leaveTo('/');
    noteEntry();
    noteSession(fresh.session);
    queryClient.setQueryData(currentCustomerOptions.queryKey, fresh);
    unlockSession(true);
    await queryClient.invalidateQueries();
  };
  return (
    <LockScreen
      words={strings.security.lock}
      signInWords={SIGN_IN_WORDS}
      door="portal"
      person={person}
      calls={signInCalls}
      onEntered={async () => goOn(await client.auth.getCurrent.query())}
      onLook={() => void inBackground(() => client.auth.getCurrent.query()).then(goOn, () => undefined)}
      onOther={() => leaveTo('/sign-in')}
    />
  );
}
