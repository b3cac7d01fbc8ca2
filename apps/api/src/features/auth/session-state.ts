import { ErrorCode, type SessionState } from '@sallyport/contracts/common';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { iso } from '../wire.ts';

/** When the present session ends if nothing more happens, and until when identity counts as confirmed. */
export function sessionState({ authentication, request }: Call): SessionState {
  if (!authentication) throw new AppError(ErrorCode.Unauthenticated);
  const { principal, absoluteEndsAt, isTouchDue, idleMs } = authentication;
  const { confirmedUntil } = principal.session;
  const isConfirmed = confirmedUntil !== null && confirmedUntil > principal.now;
  // This very call counts as a use when one is due to be written.
  const fresh = new Date(principal.now.getTime() + idleMs);
  const idleEndsAt = isTouchDue && !request.isBackground ? fresh : authentication.idleEndsAt;
  return {
    idleEndsAt: iso(new Date(Math.min(idleEndsAt.getTime(), absoluteEndsAt.getTime()))),
    absoluteEndsAt: iso(absoluteEndsAt),
    confirmedUntil: isConfirmed ? iso(confirmedUntil) : null,
    duties: [...principal.session.obligations],
  };
}
