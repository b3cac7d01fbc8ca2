import { type AccessRequest, decide, type Principal } from '@sallyport/access';
import type { AccountControl, AccountControls } from '@sallyport/contracts/staff';
import type { AccountSecurity } from '@sallyport/db/identity';
import type { z } from 'zod';
import { isOpen } from '../decision-hints.ts';
import { isoOrNull } from '../wire.ts';

type Controls = z.input<typeof AccountControls>;

/** The answers of decide() itself, one for each control. */
export function controlHints(
  principal: Principal,
  requests: readonly (readonly [AccountControl, AccessRequest])[],
): Controls['controls'] {
  return requests.map(([control, request]) => {
    const decision = decide(principal, request);
    const needsConfirmation = !decision.allowed && decision.reason.gate === 'G8';
    return {
      control,
      isOpen: isOpen(decision),
      needsConfirmation,
      why: decision.allowed || needsConfirmation ? null : decision.reason.message,
    };
  });
}

/** How an account signs in, for the wire. */
export function securityView(security: AccountSecurity): Controls['security'] {
  return {
    ...security,
    passwordChangedAt: isoOrNull(security.passwordChangedAt),
    suspendedAt: isoOrNull(security.suspendedAt),
  };
}
