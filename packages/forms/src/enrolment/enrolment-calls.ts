import type { PasskeyOptions, PasskeyResponse } from '@sallyport/contracts/common';
import type { TotpSeed } from './totp-setup.tsx';

/** After a factor was set up: recovery codes with the first, null with others. */
export interface Enrolled {
  recoveryCodes: string[] | null;
}

/** What setting up a second factor asks of a door. */
export interface EnrolmentCalls {
  startTotp: () => Promise<TotpSeed>;
  confirmTotp: (input: { code: string }) => Promise<Enrolled>;
  startPasskey: () => Promise<PasskeyOptions>;
  finishPasskey: (input: { name: string; response: PasskeyResponse }) => Promise<Enrolled>;
}
