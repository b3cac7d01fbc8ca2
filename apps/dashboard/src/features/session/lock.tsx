import {
  clearAllDrafts,
  LockScreen,
  noteSession,
  unlockSession,
  useIsLocked,
  useLockScreenAtHand,
} from '@sallyport/forms';
import { useQueryClient } from '@tanstack/react-query';
import type { CurrentUser } from '../../lib/abilities.ts';
import { inBackground } from '../../lib/background.ts';
import { currentUserOptions } from '../../lib/current-user.ts';
import { noteEntry } from '../../lib/session-end.ts';
import { signInCalls } from '../../lib/sign-in-calls.ts';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { SIGN_IN_WORDS } from './sign-in-words.ts';

/** Locks the page where a session ran out, over whatever is open, until its owner is back. */
export function Lock() {
  useLockScreenAtHand();
  const isLocked = useIsLocked();
  const current = useQueryClient().getQueryData<CurrentUser>(currentUserOptions.queryKey);
  return isLocked && current ? <Locked person={current.user} /> : null;
}

/** Leaves for good: nothing that this page knows outlives it, and nobody is asked whether to stay. */
function leaveTo(path: string): void {
  clearAllDrafts();
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
  window.location.replace(path);
}

function Locked({ person }: { person: CurrentUser['user'] }) {
  const queryClient = useQueryClient();
  const goOn = async (fresh: CurrentUser) => {
    if (fresh.user.id !== person.id) return leaveTo('/');
    noteEntry();
    noteSession(fresh.session);
    queryClient.setQueryData(currentUserOptions.queryKey, fresh);
    unlockSession(true);
    await queryClient.invalidateQueries();
  };
  return (
    <LockScreen
      words={strings.security.lock}
      signInWords={SIGN_IN_WORDS}
      door="staff"
      person={person}
      calls={signInCalls}
      onEntered={async () => goOn(await client.auth.getCurrent.query())}
      onLook={() => void inBackground(() => client.auth.getCurrent.query()).then(goOn, () => undefined)}
      onOther={() => leaveTo('/sign-in')}
    />
  );
}
