import type { EventEmitter } from 'node:events';
import pg from 'pg';

/** Marks the constraint's name inside `hint`, the one field that Prisma's adapter hands on for every kind of error. */
export const CONSTRAINT_MARK = 'constraint:';

/** Told the text of every statement that is sent, except the frame of a transaction (BEGIN, context, COMMIT, ROLLBACK). */
export type StatementListener = (sql: string) => void;

const FRAME = /^\s*(begin|commit|rollback|set transaction|select set_config\()/i;

/**
 * A pg client class that reports statements and keeps constraint names. Prisma's adapter drops the `constraint` field
 * of checks and triggers (also at COMMIT), so it travels in the hint, where `constraintOf` finds it.
 */
export function statementClient(onStatement: StatementListener | undefined): typeof pg.Client {
  return class StatementClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      // Listens before pg's own listener is attached (at connect), so the error is marked before anybody gets it.
      if (hasConnection(this)) this.connection.on('errorMessage', markConstraint);
    }

    // pg's eight overloads share this one body; `never` fits each of their return types.
    override query(...args: unknown[]): never {
      const text = textOf(args[0]);
      if (onStatement && text !== null && !FRAME.test(text)) onStatement(text);
      return Reflect.apply(super.query, this, args) as never;
    }
  };
}

function hasConnection(client: object): client is { connection: EventEmitter } {
  return 'connection' in client;
}

function textOf(query: unknown): string | null {
  if (typeof query === 'string') return query;
  if (typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string') {
    return query.text;
  }
  return null;
}

function markConstraint(error: unknown): void {
  if (error instanceof pg.DatabaseError && error.constraint) error.hint = CONSTRAINT_MARK + error.constraint;
}
