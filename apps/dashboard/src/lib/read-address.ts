/** Reads one part of an address; what is damaged is left out. */
type Reader<Value> = (raw: unknown) => Value | undefined;

export const DIRECTIONS = ['asc', 'desc'] as const;

/** A text of at most so many characters. */
export function text(maximum: number): Reader<string> {
  return (raw) => (typeof raw === 'string' && raw.length <= maximum ? raw : undefined);
}

export const flag: Reader<boolean> = (raw) => (typeof raw === 'boolean' ? raw : undefined);

/** A whole number between two bounds, both allowed. */
export function whole(minimum: number, maximum: number): Reader<number> {
  return (raw) =>
    typeof raw === 'number' && Number.isSafeInteger(raw) && raw >= minimum && raw <= maximum
      ? raw
      : undefined;
}

/** The digits of a number that may outgrow one. */
export const digits: Reader<string> = (raw) =>
  typeof raw === 'string' && /^\d{1,20}$/.test(raw) ? raw : undefined;

/** One of these values. */
export function oneOf<const Value extends string>(values: readonly Value[]): Reader<Value> {
  return (raw) => values.find((value) => value === raw);
}

/** Several of these values; one that is none of them spoils the list. */
export function someOf<const Value extends string>(values: readonly Value[]): Reader<Value[]> {
  const read = oneOf(values);
  return (raw) => {
    if (!Array.isArray(raw) || raw.length > values.length) return undefined;
    const known = raw.map(read).filter((value) => value !== undefined);
    return known.length === raw.length ? known : undefined;
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id as the server prints it; upper case is folded. */
export function idOf<Id extends string>(): Reader<Id> {
  return (raw) => {
    const id = typeof raw === 'string' ? raw.toLowerCase() : '';
    return isId<Id>(id) ? id : undefined;
  };
}

function isId<Id extends string>(id: string): id is Id {
  return UUID.test(id);
}

/** The first of two that can read it. */
export function either<One, Other>(one: Reader<One>, other: Reader<Other>): Reader<One | Other> {
  return (raw) => one(raw) ?? other(raw);
}

type Readers = Readonly<Record<string, Reader<unknown>>>;
type Address<Parts extends Readers> = { [Key in keyof Parts]?: ReturnType<Parts[Key]> };

/** Reads an address part by part, by hand: the way to every screen is loaded first, and carries no schema library. */
export function readAddress<Parts extends Readers>(
  parts: Parts,
): (raw: Readonly<Record<string, unknown>>) => Address<Parts> {
  return (raw) => {
    const read: Address<Parts> = {};
    for (const key in parts) {
      const value = parts[key]?.(raw[key]);
      if (value !== undefined) read[key] = value as ReturnType<Parts[typeof key]>;
    }
    return read;
  };
}
