import type { TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';

let depth = 0;

/** Calls that begin inside are nobody's doing: they keep a session from ending no longer than it would. */
export function inBackground<Result>(run: () => Result): Result {
  depth += 1;
  try {
    return run();
  } finally {
    depth -= 1;
  }
}

const MARK = 'isBackground';

/** Notes on every call whether somebody asked for it. */
export function backgroundLink<Router extends AnyTRPCRouter>(): TRPCLink<Router> {
  return () =>
    ({ op, next }) =>
      next({ ...op, context: { ...op.context, [MARK]: depth > 0 } });
}

/** The header that says so, for calls that travel together. */
export function backgroundHeaders(
  calls: readonly { context: Record<string, unknown> }[],
): Record<string, string> {
  return calls.every(({ context }) => context[MARK] === true) ? { 'x-sallyport-background': '1' } : {};
}
