import type { ZodError, z } from 'zod';

/** Answers with keys that no schema knows, since the start: counted here, shown by the metrics. */
export const unexpectedKeys = { dropped: 0 };

let isStrict = true;

/** In production an unexpected key is dropped and counted instead of failing the call. Set once at start. */
export function setStrictOutputs(strict: boolean): void {
  isStrict = strict;
}

/** Checks an answer against its schema. @throws ZodError when it does not fit (unexpected keys: only when strict) */
export function outputParser<Out extends z.ZodType>(schema: Out): (value: unknown) => z.output<Out> {
  return (value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    if (isStrict) throw parsed.error;
    return schema.parse(withoutUnexpectedKeys(value, parsed.error));
  };
}

function withoutUnexpectedKeys(value: unknown, error: ZodError): unknown {
  const copy: unknown = structuredClone(value);
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const holder = issue.path.reduce<unknown>(
      (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
      copy,
    );
    if (typeof holder !== 'object' || holder === null) continue;
    for (const key of issue.keys) {
      Reflect.deleteProperty(holder, key);
      unexpectedKeys.dropped += 1;
    }
  }
  return copy;
}
