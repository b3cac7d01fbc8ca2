import { hasCode, requestConfirmation } from '@sallyport/forms';
import type { TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { inBackground } from './background.ts';
import { announceSessionEnd, entriesSoFar } from './session-end.ts';

const ASKS_WHO_IT_IS = 'auth.getCurrent';

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

        /** A stream may end because the secret was changed under it: then the session lives on, and it is opened anew. */
        function askWhetherOver() {
          const askedAt = entriesSoFar();
          const question = {
            ...op,
            id: -op.id,
            type: 'query',
            path: ASKS_WHO_IT_IS,
            input: undefined,
          } as const;
          inBackground(() =>
            next(question).subscribe({
              error: (error) => {
                if (hasCode(error, 'UNAUTHENTICATED')) void announceSessionEnd(askedAt);
              },
            }),
          );
        }

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
              if (op.type !== 'subscription') return void announceSessionEnd(askedAt).then(goOn);
              askWhetherOver();
              observer.error(error);
            },
          });
        }

        return () => {
          isDone = true;
          subscription.unsubscribe();
        };
      });
}
