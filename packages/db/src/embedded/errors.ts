/** Another live process keeps this data folder. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse';
  /** Process id of the keeper; null when it could not be found out. */
  readonly pid: number | null;

  constructor(dataDir: string, pid: number | null) {
    const who = pid === null ? 'another process' : `process ${pid}`;
    super(
      `The data folder ${dataDir} is in use by ${who}. Stop that one, give this one another data folder, or set DATABASE_URL to let several share one database.`,
    );
    this.pid = pid;
  }
}

/** The embedded PostgreSQL could not be made or started; the message holds what it said. */
export class EmbeddedStartError extends Error {
  override name = 'EmbeddedStartError';
}
