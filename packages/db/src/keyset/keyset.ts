import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { type ColumnType, type CursorOrder, type Position, readCursor, writeCursor } from './cursor.ts';

/** A column by which a list may be sorted. It needs an index that ends in the list's id. */
export interface SortColumn {
  /** Reference to the column, such as Prisma.sql`a.display_name`. */
  sql: Prisma.Sql;
  type: ColumnType;
  /** Nulls come last in both directions. */
  isNullable?: boolean;
}

/** The closed list of what a list can be sorted by. */
export interface Keyset<Field extends string> {
  columns: Readonly<Record<Field, SortColumn>>;
  /** Unique and never null; breaks ties. */
  id: SortColumn;
}

export interface PageQuery<Field extends string> {
  /** Columns of the answer; names that begin with `keyset_` are taken. */
  select: Prisma.Sql;
  from: Prisma.Sql;
  /** Joined by AND. */
  where: readonly Prisma.Sql[];
  sort: { field: Field; direction: 'asc' | 'desc' };
  cursor?: string | null | undefined;
  limit: number;
}

export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
}

interface Place {
  keyset_value: string | null;
  keyset_id: string;
}

/**
 * One page of a sorted list, in one statement that reads about as many index entries as it returns, at any depth. The
 * form `a <= x AND (a < x OR id < y)` is what makes PostgreSQL use the index (0.06 ms against 66 ms for a plain OR).
 * Throws InvalidCursor.
 */
export async function keysetPage<Row extends object, Field extends string>(
  tx: Pick<Tx, '$queryRaw'>,
  keyset: Keyset<Field>,
  query: PageQuery<Field>,
): Promise<Page<Row>> {
  const rows = await tx.$queryRaw<(Row & Place)[]>(keysetSql(keyset, query));
  const kept = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? kept.at(-1) : undefined;
  return {
    rows: kept.map(withoutPlace<Row>),
    nextCursor: last
      ? writeCursor(orderOf(keyset, query), { value: last.keyset_value, id: last.keyset_id })
      : null,
  };
}

function withoutPlace<Row extends object>(row: Row & Place): Row {
  // What is left has exactly the caller's columns.
  return Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('keyset_'))) as Row;
}

/** The statement behind `keysetPage`; for EXPLAIN. Asks for one row more than the limit. */
export function keysetSql<Field extends string>(keyset: Keyset<Field>, query: PageQuery<Field>): Prisma.Sql {
  const position = query.cursor ? readCursor(orderOf(keyset, query), query.cursor) : null;
  const column = keyset.columns[query.sort.field];
  if (!column.isNullable) return part(keyset, query, 0, position);
  // Values first, then the rows without one: two index ranges, of which the second is all that a null position needs.
  if (position?.value === null) return part(keyset, query, 1, position);
  const direction = directionOf(query);
  return Prisma.sql`SELECT * FROM (
      (${part(keyset, query, 0, position)}) UNION ALL (${part(keyset, query, 1, null)})
    ) AS page
    ORDER BY keyset_part, keyset_sort ${direction}, keyset_sort_id ${direction}
    LIMIT ${query.limit + 1}`;
}

/** Rows that match, counted exactly up to `limit`; beyond it `{ count: limit, isExact: false }`. */
export async function countUpTo(
  tx: Pick<Tx, '$queryRaw'>,
  query: { from: Prisma.Sql; where: readonly Prisma.Sql[] },
  limit = 1_000,
): Promise<{ count: number; isExact: boolean }> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM (SELECT 1 FROM ${query.from} WHERE ${and(query.where)} LIMIT ${limit + 1}) AS counted`;
  const count = rows[0]?.count ?? 0;
  return count > limit ? { count: limit, isExact: false } : { count, isExact: true };
}

/** Part 0 holds the rows with a value, part 1 those without. */
function part<Field extends string>(
  keyset: Keyset<Field>,
  query: PageQuery<Field>,
  number: 0 | 1,
  position: Position | null,
): Prisma.Sql {
  const column = keyset.columns[query.sort.field];
  const { id } = keyset;
  const direction = directionOf(query);
  const conditions = [...query.where];
  if (column.isNullable)
    conditions.push(
      Prisma.sql`${column.sql} IS ${number === 0 ? Prisma.raw('NOT NULL') : Prisma.raw('NULL')}`,
    );
  if (position)
    conditions.push(number === 0 ? after(column, id, position, query) : afterId(id, position, query));
  const order =
    number === 0
      ? Prisma.sql`${column.sql} ${direction}, ${id.sql} ${direction}`
      : Prisma.sql`${id.sql} ${direction}`;
  const sortable = column.isNullable
    ? Prisma.sql`, ${column.sql} AS keyset_sort, ${id.sql} AS keyset_sort_id, ${Prisma.raw(String(number))} AS keyset_part`
    : Prisma.empty;
  return Prisma.sql`SELECT ${query.select}, ${textOf(column)} AS keyset_value, ${textOf(id)} AS keyset_id${sortable}
    FROM ${query.from} WHERE ${and(conditions)} ORDER BY ${order} LIMIT ${query.limit + 1}`;
}

function after(column: SortColumn, id: SortColumn, position: Position, query: PageQuery<string>): Prisma.Sql {
  const value = cast(position.value, column.type);
  const further = Prisma.raw(query.sort.direction === 'asc' ? '>' : '<');
  return Prisma.sql`${column.sql} ${further}= ${value} AND (${column.sql} ${further} ${value} OR ${afterId(id, position, query)})`;
}

function afterId(id: SortColumn, position: Position, query: PageQuery<string>): Prisma.Sql {
  return Prisma.sql`${id.sql} ${Prisma.raw(query.sort.direction === 'asc' ? '>' : '<')} ${cast(position.id, id.type)}`;
}

function cast(value: string | null, type: ColumnType): Prisma.Sql {
  return Prisma.sql`${value}::${Prisma.raw(type)}`;
}

/** A value as a cursor carries it, the same whatever the connection's settings are. */
function textOf({ sql, type }: SortColumn): Prisma.Sql {
  if (type === 'timestamptz') {
    return Prisma.sql`to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  }
  if (type === 'date') return Prisma.sql`to_char(${sql}, 'YYYY-MM-DD')`;
  return type === 'text' ? sql : Prisma.sql`(${sql})::text`;
}

function and(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0
    ? Prisma.sql`true`
    : Prisma.join(
        conditions.map((condition) => Prisma.sql`(${condition})`),
        ' AND ',
      );
}

function directionOf(query: PageQuery<string>): Prisma.Sql {
  return Prisma.raw(query.sort.direction === 'asc' ? 'ASC' : 'DESC');
}

function orderOf<Field extends string>(keyset: Keyset<Field>, query: PageQuery<Field>): CursorOrder {
  const { field, direction } = query.sort;
  return { field, direction, type: keyset.columns[field].type, idType: keyset.id.type };
}
