import { hasCode, requestConfirmation } from '@sallyport/forms';
import type { TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { announceSessionEnd, entriesSoFar } from './session-end.ts';

/** Where a missing session, or a sign-in that is over, is the answer asked for, not an interruption. */
const IS_ANSWER = /^auth\.(?:getCurrent|signIn|signOut|present|startFactor|startPasskeySignIn)/;

/**
 * Holds a call that needs "Confirm it's you", asks, and then makes the very same call again. A call that met the end of an
 * unused session waits in the same way for its owner to be back.
 */
export function confirmIdentityLink<Router extends AnyTRPCRouter>(): TRPCLink<Router> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let isDone = false;
        let subscription = run();

        function run() {
          const askedAt = entriesSoFar();
          return next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error: (error) => {
              const goOn = (isAllowed: boolean) => {
                if (isDone) return;
                if (isAllowed) subscription = run();
                else observer.error(error);
              };
              if (hasCode(error, 'CONFIRM_IDENTITY')) return void requestConfirmation().then(goOn);
              if (!hasCode(error, 'UNAUTHENTICATED') || IS_ANSWER.test(op.path)) return observer.error(error);
              void announceSessionEnd(askedAt).then(goOn);
            },
          });
        }

        return () => {
          isDone = true;
          subscription.unsubscribe();
        };
      });
}
