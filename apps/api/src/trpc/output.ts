import type { ZodError, z } from 'zod';

/** What to do with keys that no schema knows: fail the call (tests, development), or drop them and tell (production). */
interface OutputPolicy {
  isStrict: boolean;
  onDropped(keys: readonly string[]): void;
}

let policy: OutputPolicy = { isStrict: true, onDropped: () => {} };

/** Set once at start; strict until then. */
export function setOutputPolicy(chosen: OutputPolicy): void {
  policy = chosen;
}

/** Checks an answer against its schema. @throws ZodError when it does not fit (unexpected keys: only when strict) */
export function outputParser<Out extends z.ZodType>(schema: Out): (value: unknown) => z.output<Out> {
  return (value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    if (policy.isStrict) throw parsed.error;
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
    for (const key of issue.keys) Reflect.deleteProperty(holder, key);
    policy.onDropped(issue.keys);
  }
  return copy;
}
