import type { OwnFactors } from '@sallyport/contracts/common';
import type { EnrolmentCalls } from '../enrolment/enrolment-calls.ts';

/** What the page about one's own security asks of a door. */
export interface FactorCalls extends EnrolmentCalls {
  removeTotp: () => Promise<OwnFactors>;
  renamePasskey: (input: { passkeyId: string; name: string }) => Promise<OwnFactors>;
  removePasskey: (input: { passkeyId: string }) => Promise<OwnFactors>;
  renewRecoveryCodes: () => Promise<{ recoveryCodes: string[] }>;
}

export interface SessionCalls {
  end: (input: { sessionId: string }) => Promise<unknown>;
  endOthers: () => Promise<unknown>;
}
