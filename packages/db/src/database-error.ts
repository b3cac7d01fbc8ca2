import { CONSTRAINT_MARK } from './statement-client.ts';

/** What the driver adapter tells of an error; every field may be missing. */
interface DriverCause {
  kind?: unknown;
  originalCode?: unknown;
  hint?: unknown;
  constraint?: { index?: unknown };
}

/**
 * Name of the constraint (CHECK, unique index, foreign key, or the CONSTRAINT of a trigger's RAISE) that refused, or
 * null when the error is something else. Works for statements, raw statements and COMMIT, under Prisma and bare pg.
 */
export function constraintOf(error: unknown): string | null {
  for (const cause of driverCauses(error)) {
    if (typeof cause.hint === 'string' && cause.hint.startsWith(CONSTRAINT_MARK)) {
      return cause.hint.slice(CONSTRAINT_MARK.length);
    }
    if (typeof cause.constraint === 'string') return cause.constraint;
    if (typeof cause.constraint?.index === 'string') return cause.constraint.index;
  }
  return null;
}

/** SQLSTATE of a database error, or null. */
export function sqlStateOf(error: unknown): string | null {
  for (const cause of driverCauses(error)) {
    if (typeof cause.originalCode === 'string') return cause.originalCode;
    // Prisma's own codes have the same form, P1000 to P6999; of PostgreSQL's only class P0 begins so.
    if ('code' in cause && typeof cause.code === 'string' && /^(?!P[1-9])[0-9A-Z]{5}$/.test(cause.code)) {
      return cause.code;
    }
  }
  return null;
}

/** The transaction lost a race (serialization failure or deadlock) and may be run again as a whole. */
export function isSerializationOrDeadlock(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === '40001' || state === '40P01';
}

/** The places where pg, the adapter and Prisma put the database's own words. */
function* driverCauses(error: unknown): Generator<DriverCause> {
  if (!isObject(error)) return;
  if ('meta' in error && isObject(error.meta) && 'driverAdapterError' in error.meta) {
    yield* driverCauses(error.meta.driverAdapterError);
  }
  if ('cause' in error && isObject(error.cause)) yield error.cause;
  yield error;
}

function isObject(value: unknown): value is object & DriverCause {
  return typeof value === 'object' && value !== null;
}
