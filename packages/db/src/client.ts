import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { type StatementListener, statementClient } from './statement-client.ts';

export interface DatabaseOptions {
  /** Connection URL of one of the application roles (see `roleUrl`). */
  url: string;
  /** Connections at most; default 10. */
  poolSize?: number;
  /** Longest time of one statement inside `inTransaction`; default 10,000. */
  statementTimeoutMs?: number;
  /** Longest wait for a lock inside `inTransaction`; default 5,000. */
  lockTimeoutMs?: number;
  /** Longest time of a whole transaction; default 20,000. */
  transactionTimeoutMs?: number;
  /** Longest wait for a free connection; default 5,000. */
  connectTimeoutMs?: number;
  /** Shown in pg_stat_activity; default "sallyport". */
  applicationName?: string;
  /** Told of every statement, for tests and benchmarks that pin query counts. */
  onStatement?: StatementListener;
}

/** Columns that never leave the database unless a query asks for them by name; the verifier not even then. */
const OMIT = {
  credential: { verifier: true },
  session: { secretHash: true },
  oneTimeLink: { secretHash: true },
  apiToken: { secretHash: true },
  totpFactor: { sealedSeed: true, proof: true, lastUsedStep: true },
  passkey: { publicKey: true, proof: true },
  recoveryCode: { codeHash: true },
  knownDevice: { secretHash: true },
} as const;

type Client = PrismaClient<never, typeof OMIT>;

/** A pool of connections under one database role. Only trpc/, jobs/ and admin/ hold one; repositories get a `Tx`. */
export interface Database extends AsyncDisposable {
  prisma: Client;
  pool: pg.Pool;
  timeouts: { statementMs: number; lockMs: number; transactionMs: number; connectMs: number };
  close(): Promise<void>;
}

/** The client inside one transaction; all that repositories ever see. */
export type Tx = Omit<Client, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>;

/** Opens a pool. Connections are made on first use; wrong passwords and unreachable servers surface there. */
export function createDatabase(options: DatabaseOptions): Database {
  const connectMs = options.connectTimeoutMs ?? 5_000;
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 60_000,
    application_name: options.applicationName ?? 'sallyport',
    Client: statementClient(options.onStatement),
  });
  // An idle connection may break at any time (server restart); the pool replaces it, and nobody should crash.
  pool.on('error', () => undefined);
  const prisma: Client = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false }),
    errorFormat: 'minimal',
    omit: OMIT,
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= prisma.$disconnect().then(() => pool.end());
    return closing;
  };
  return {
    prisma,
    pool,
    timeouts: {
      statementMs: options.statementTimeoutMs ?? 10_000,
      lockMs: options.lockTimeoutMs ?? 5_000,
      transactionMs: options.transactionTimeoutMs ?? 20_000,
      connectMs,
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
