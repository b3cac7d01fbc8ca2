import type { Principal } from '@sallyport/access';
import type { Database, Tx } from '@sallyport/db';
import type { FileStore } from '../files/file-store.ts';
import type { LiveHub } from '../live/live-hub.ts';
import type { Logger } from '../log.ts';
import type { DenialRecorder } from './denials.ts';
import type { Slots } from './slots.ts';

/** TOOLS stands on the staff listener and takes bearer tokens alone (T1). */
export type DoorName = 'STAFF' | 'PORTAL' | 'TOOLS';

/** What a live session proves about the caller. */
export interface Authentication {
  principal: Principal;
  /** Public id of the session, for the audit. */
  sessionId: string;
  firmName: string;
  companyName: string;
  idleEndsAt: Date;
  /** How long it lasts without a use. */
  idleMs: number;
  absoluteEndsAt: Date;
  /** S6: the last use is written at most once a minute; true when a minute has passed. */
  isTouchDue: boolean;
}

/** Finds the live session behind a secret, inside the call's own transaction. */
export interface SessionReader {
  authenticate(tx: Tx, secret: string, request: RequestContext): Promise<Authentication | null>;
  touch(tx: Tx, secret: string): Promise<void>;
}

/** What stands behind one door for the life of the process. */
export interface Door<Services = unknown> {
  name: DoorName;
  /** This door's own database role. */
  db: Database;
  sessions: SessionReader;
  denials: DenialRecorder;
  services: Services;
  files: FileStore;
  live: LiveHub;
  log: Logger;
}

/** The door's own cookies in the answer. */
export interface Cookies {
  set(secret: string): void;
  clear(): void;
  setPending(secret: string): void;
  clearPending(): void;
  setDevice(secret: string): void;
}

/** One HTTP request, which may carry a batch of calls. */
export interface RequestContext<Services = unknown> {
  door: Door<Services>;
  requestId: string;
  address: string;
  userAgent: string;
  /** The raw session secret from this door's cookie; of tools, the whole bearer token. */
  secret: string | null;
  /** S5: the secret of a sign-in that still owes a factor. */
  pendingSecret: string | null;
  /** S4: the secret by which a browser is known on which somebody signed in before. */
  deviceSecret: string | null;
  /** True for calls that a page makes by itself: they do not extend the session (S6). */
  isBackground: boolean;
  slots: Slots;
  cookie: Cookies;
}
