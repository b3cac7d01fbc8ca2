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
import type { Logger } from '../log.ts';
import type { Door } from '../trpc/context.ts';
import { createDenialRecorder } from '../trpc/denials.ts';

export interface DoorOptions {
  /** Under this door's own role. */
  db: Database;
  keys: { pepper: Uint8Array };
  staffUrl: string;
  portalUrl: string;
  log: Logger;
  /** Tests hash with less. */
  hashing?: Pick<PasswordOptions, 'parameters' | 'isFloorEnforced' | 'queue'>;
}

// One queue for the whole process, whatever doors it serves: the machine has to bear the sum (S3).
const hashQueue = createHashQueue();

export function buildStaffDoor(options: DoorOptions): Door<DoorServices> {
  return buildDoor(Audience.Staff, options, options.staffUrl, options.portalUrl);
}

export function buildPortalDoor(options: DoorOptions): Door<DoorServices> {
  return buildDoor(Audience.Customer, options, options.portalUrl, options.staffUrl);
}

function buildDoor(
  audience: Audience,
  { db, keys, log, hashing }: DoorOptions,
  url: string,
  otherDoorUrl: string,
): Door<DoorServices> {
  const name = doorOf(audience);
  const sessions = createSessions({ audience });
  const passwords = createPasswords({ peppers: { 1: keys.pepper }, queue: hashQueue, ...hashing });
  const answerTime = createAnswerTime();
  return {
    name,
    db,
    log,
    sessions: createSessionReader(audience, sessions),
    denials: createDenialRecorder(db, name, survivingAudit),
    services: new DoorServices({ audience, url, otherDoorUrl, passwords, sessions, answerTime }),
  };
}
