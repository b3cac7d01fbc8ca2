import { z } from 'zod';

/** A cursor that this list, in this order, did not give out. */
export class InvalidCursor extends Error {
  override name = 'InvalidCursor';

  constructor() {
    super('The cursor does not belong to this list in this order.');
  }
}

/** How the values of a sortable column are written in a cursor and cast back. */
export type ColumnType = 'text' | 'timestamptz' | 'date' | 'bigint' | 'uuid';

const VALUE: Readonly<Record<ColumnType, z.ZodType<string>>> = {
  text: z.string().max(400),
  timestamptz: z.iso.datetime({ offset: false }).max(30),
  date: z.iso.date(),
  bigint: z.string().regex(/^-?\d{1,18}$/),
  uuid: z.uuid(),
};

/** The last row of a page: the value of its sort column (null comes last) and its id. */
export interface Position {
  value: string | null;
  id: string;
}

const Written = z.tuple([z.string(), z.enum(['asc', 'desc']), z.string().nullable(), z.string()]);

export interface CursorOrder {
  field: string;
  direction: 'asc' | 'desc';
  type: ColumnType;
  idType: ColumnType;
}

/** Opaque to clients: base64url of [field, direction, value, id]. */
export function writeCursor(order: CursorOrder, { value, id }: Position): string {
  return Buffer.from(JSON.stringify([order.field, order.direction, value, id])).toString('base64url');
}

/** Throws InvalidCursor for anything that `writeCursor` did not write for this order. */
export function readCursor(order: CursorOrder, cursor: string): Position {
  const parsed = Written.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw new InvalidCursor();
  const [field, direction, value, id] = parsed.data;
  const isOurs =
    field === order.field &&
    direction === order.direction &&
    (value === null || isValue(order.type, value)) &&
    isValue(order.idType, id);
  if (!isOurs) throw new InvalidCursor();
  return { value, id };
}

/** NUL is the one character that PostgreSQL's text cannot hold. */
function isValue(type: ColumnType, value: string): boolean {
  return !value.includes('\0') && VALUE[type].safeParse(value).success;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
