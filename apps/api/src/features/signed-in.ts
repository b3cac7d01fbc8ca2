import type { Obligation, Principal } from '@sallyport/access';
import { Audience, ErrorCode } from '@sallyport/contracts/common';
import type { CustomerSession, StaffSession } from '@sallyport/db/identity';
import type { Call } from '../trpc/call.ts';
import type { Authentication } from '../trpc/context.ts';
import { AppError } from '../trpc/errors.ts';

/** S6: the last use is written at most once a minute. */
const TOUCH_EVERY_MS = 60_000;

/** A caller with all that the one statement of the session read brought along. */
class SignedIn<Record extends StaffSession | CustomerSession> implements Authentication {
  readonly record: Record;
  readonly principal: Principal;

  constructor(record: Record) {
    this.record = record;
    const { audience, confirmedUntil, now, isAddressAllowed } = record.session;
    this.principal = {
      account: record.account,
      session: {
        audience,
        isLive: true,
        isAddressAllowed,
        obligations: obligationsOf(record.session),
        confirmedUntil,
        mayDownload: record.account.mayDownload,
      },
      now,
    };
  }

  get sessionId(): string {
    return this.record.session.id;
  }
  get firmName(): string {
    return this.record.firmName;
  }
  get companyName(): string {
    return this.record.company.name;
  }
  get idleEndsAt(): Date {
    return this.record.session.idleEndsAt;
  }
  get idleMs(): number {
    return this.record.session.idleSeconds * 1000;
  }
  get absoluteEndsAt(): Date {
    return this.record.session.absoluteEndsAt;
  }
  get isTouchDue(): boolean {
    return this.principal.now.getTime() - this.record.session.lastUsedAt.getTime() >= TOUCH_EVERY_MS;
  }
}

/** G3: what must be done before anything else. */
function obligationsOf(session: StaffSession['session']): readonly Obligation[] {
  const { mustChangePassword, isFactorRequired, hasFactor } = session;
  const owed: Obligation[] = [];
  if (mustChangePassword) owed.push('change-password');
  if (isFactorRequired && !hasFactor) owed.push('enrol-second-factor');
  return owed;
}

export class SignedInStaff extends SignedIn<StaffSession> {}
export class SignedInCustomer extends SignedIn<CustomerSession> {}

/** Who calls a staff procedure. @throws AppError UNAUTHENTICATED when nobody of this door does */
export function staffCaller({ authentication }: Call): StaffSession {
  if (authentication instanceof SignedInStaff) return authentication.record;
  throw new AppError(ErrorCode.Unauthenticated);
}

/** Who calls a portal procedure. @throws AppError UNAUTHENTICATED when nobody of this door does */
export function customerCaller({ authentication }: Call): CustomerSession {
  if (authentication instanceof SignedInCustomer) return authentication.record;
  throw new AppError(ErrorCode.Unauthenticated);
}

/** Who calls, at whichever door. @throws AppError UNAUTHENTICATED when nobody does */
export function signedIn({ authentication }: Call): StaffSession | CustomerSession {
  if (authentication instanceof SignedIn) return authentication.record;
  throw new AppError(ErrorCode.Unauthenticated);
}

/** Door of an audience, as the audit names it. */
export function doorOf(audience: Audience): 'STAFF' | 'PORTAL' {
  return audience === Audience.Staff ? 'STAFF' : 'PORTAL';
}
