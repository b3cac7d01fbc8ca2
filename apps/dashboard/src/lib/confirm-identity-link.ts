import { hasCode, requestConfirmation } from '@sallyport/forms';
import type { TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { inBackground } from './background.ts';
import { announceSessionEnd } from './session-end.ts';

/** Where a missing session is the answer asked for, not an interruption. */
const ASKS_WHO_IT_IS = 'auth.getCurrent';

/** Holds a call that needs "Confirm it's you", asks, and then makes the very same call again. */
export function confirmIdentityLink<Router extends AnyTRPCRouter>(): TRPCLink<Router> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let isDone = false;
        let subscription = run();

        /** A stream may end because the secret was changed under it: then the session lives on, and it is opened anew. */
        function askWhetherOver() {
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
                if (hasCode(error, 'UNAUTHENTICATED')) announceSessionEnd();
              },
            }),
          );
        }

        function run() {
          return next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error: (error) => {
              if (hasCode(error, 'UNAUTHENTICATED') && op.path !== ASKS_WHO_IT_IS) {
                if (op.type === 'subscription') askWhetherOver();
                else announceSessionEnd();
              }
              if (!hasCode(error, 'CONFIRM_IDENTITY')) return observer.error(error);
              void requestConfirmation().then((isConfirmed) => {
                if (isDone) return;
                if (isConfirmed) subscription = run();
                else observer.error(error);
              });
            },
          });
        }

        return () => {
          isDone = true;
          subscription.unsubscribe();
        };
      });
}
