/** What changed, with its values before and after: for settings, which are no personal data (L1). */
export function changedValues<Fields extends object>(
  before: Fields,
  after: Partial<Fields>,
  more: Readonly<Record<string, number>> = {},
): {
  before: Record<string, string | number | boolean | null>;
  after: Record<string, string | number | boolean | null>;
} {
  const keys = Object.keys(after).filter((key) => Reflect.get(before, key) !== Reflect.get(after, key));
  const picked = (from: object) =>
    Object.fromEntries(keys.map((key) => [key, plain(Reflect.get(from, key))]));
  return { before: picked(before), after: { ...picked(after), ...more } };
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
