/** The keys of `after` whose values differ: personal fields are recorded by key, never by value (L1). */
export function changedKeys<Fields extends object>(before: Fields, after: Partial<Fields>): string[] {
  return Object.entries(after)
    .filter(([key, value]) => Reflect.get(before, key) !== value)
    .map(([key]) => key);
}
