import type { RecoveryCodeWords } from '../enrolment/recovery-code-list.tsx';
import type { TotpSetupWords } from '../enrolment/totp-setup.tsx';
import type { PasskeyProblemWords } from '../passkeys/passkey.ts';
import type { DeviceWords } from './device-name.ts';

/** Words before and after a moment. */
export type Around = readonly [before: string, after: string];

/** What the page about one's own second factors says. */
export interface FactorPageWords {
  factors: string;
  totp: string;
  totpNone: string;
  since: Around;
  lastUsed: Around;
  notUsed: string;
  setUp: string;
  replace: string;
  remove: string;
  required: string;
  setUpTitle: string;
  replaceTitle: string;
  replaceNote: string;
  totpDone: string;
  removeTotpTitle: string;
  removeTotpBody: string;
  totpRemoved: string;
  codes: string;
  codesLeft: (left: number) => string;
  codesNone: string;
  codesFew: string;
  renew: string;
  renewTitle: string;
  renewBody: string;
  renewing: string;
  newCodesTitle: string;
  passkeys: string;
  passkeysNone: string;
  passkeysNoneBody: string;
  passkeysUnsupported: string;
  addPasskey: string;
  addTitle: string;
  addBody: string;
  adding: string;
  passkeyName: string;
  passkeyNameHelp: string;
  passkeyDone: string;
  synced: string;
  syncedNote: string;
  rename: string;
  renameOf: (name: string) => string;
  renameTitle: string;
  saving: string;
  save: string;
  removeOf: (name: string) => string;
  removePasskeyTitle: (name: string) => string;
  removePasskeyBody: string;
  removing: string;
  passkeyRemoved: string;
  cancel: string;
  setup: TotpSetupWords;
  recovery: RecoveryCodeWords;
  passkeyProblem: PasskeyProblemWords;
  device: DeviceWords;
  unreachable: string;
}

/** What the list of one's devices says. */
export interface SessionListWords {
  title: string;
  thisDevice: string;
  from: (address: string) => string;
  signedIn: Around;
  lastUsed: Around;
  end: string;
  endOf: (device: string) => string;
  ended: string;
  endOthers: string;
  endOthersTitle: string;
  endOthersBody: string;
  endingOthers: string;
  othersEnded: string;
  alone: string;
  device: DeviceWords;
  cancel: string;
  unreachable: string;
}
