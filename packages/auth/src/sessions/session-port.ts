/** A session as its store knows it now; the store has already refused what ended, or has another epoch or audience. */
export interface StoredSession {
  /** Public id, for lists and the audit. */
  sessionId: string;
  accountId: string;
  /** The store's clock at the reading. */
  now: Date;
  /** Last use + idle limit. */
  idleEndsAt: Date;
  absoluteEndsAt: Date;
}

/** A session about to be made. Where it is kept, and whether the account may have one, is the store's affair. */
export interface SessionToStore {
  sessionId: string;
  secret: string;
  accountId: string;
}

/** What sessions need of a database; the caller binds each to one transaction of one door. */
export interface SessionPort<Stored extends StoredSession> {
  /** The live session behind a secret. */
  read(secret: string): Promise<Stored | null>;
  /** Makes a session; false when the store refused, for example because the password was wrong. */
  create(session: SessionToStore): Promise<boolean>;
  /** Marks a session as ended by its owner. */
  end(secret: string): Promise<void>;
}
