import {
  createAnswerTime,
  createHashQueue,
  createPasswords,
  createSessions,
  type PasswordOptions,
} from '@sallyport/auth';
import { Audience } from '@sallyport/contracts/common';
import type { Database } from '@sallyport/db';
import { survivingAudit } from '../audit/surviving-audit.ts';
import { DoorServices } from '../features/services.ts';
import { createSessionReader } from '../features/session-reader.ts';
import { doorOf } from '../features/signed-in.ts';
import { createTokenReader } from '../features/token-reader.ts';
import type { FileStore } from '../files/file-store.ts';
import type { LiveHub } from '../live/live-hub.ts';
import type { Logger } from '../log.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import { Sealer, type SealPurpose } from '../secrets/sealer.ts';
import type { Door } from '../trpc/context.ts';
import { createDenialRecorder } from '../trpc/denials.ts';
import { createTokenFailureCounter } from '../trpc/token-failures.ts';

export interface DoorOptions {
  /** Under this door's own role. */
  db: Database;
  keys: { pepper: Uint8Array; seals: Readonly<Record<SealPurpose, Uint8Array>> };
  staffUrl: string;
  portalUrl: string;
  files: FileStore;
  live: LiveHub;
  log: Logger;
  /** Says on every page that what is here is removed when it stops. */
  isDemo?: boolean;
  /** Where the mail of a demo goes. */
  mailbox?: Mailbox | null;
  /** What calibration and rotations of keys left behind; tests hash with less. */
  hashing?: Partial<PasswordOptions>;
}

// One queue for the whole process, whatever doors it serves: the machine has to bear the sum (S3).
const hashQueue = createHashQueue();

export function buildStaffDoor(options: DoorOptions): Door<DoorServices> {
  return buildDoor(Audience.Staff, options, options.staffUrl, options.portalUrl);
}

export function buildPortalDoor(options: DoorOptions): Door<DoorServices> {
  return buildDoor(Audience.Customer, options, options.portalUrl, options.staffUrl);
}

/** T1: the door for tools stands on the staff listener, over the same services; callers are tokens. */
export function buildToolsDoor(staff: Door<DoorServices>): Door<DoorServices> {
  return {
    ...staff,
    name: 'TOOLS',
    sessions: createTokenReader(createTokenFailureCounter(staff.db)),
    denials: createDenialRecorder(staff.db, 'TOOLS', survivingAudit),
  };
}

function buildDoor(
  audience: Audience,
  { db, keys, files, live, log, hashing, isDemo = false, mailbox = null }: DoorOptions,
  url: string,
  otherDoorUrl: string,
): Door<DoorServices> {
  const name = doorOf(audience);
  const sessions = createSessions({ audience });
  const passwords = createPasswords({ peppers: { 1: keys.pepper }, queue: hashQueue, ...hashing });
  const answerTime = createAnswerTime();
  const sealer = new Sealer(keys.seals);
  return {
    name,
    db,
    files,
    live,
    log,
    sessions: createSessionReader(audience, sessions),
    denials: createDenialRecorder(db, name, survivingAudit),
    services: new DoorServices({
      audience,
      url,
      otherDoorUrl,
      isDemo,
      passwords,
      sessions,
      answerTime,
      sealer,
      mailbox,
    }),
  };
}
