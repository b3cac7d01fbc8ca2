/** The input of a procedure that takes an id and nothing else. */
export function byId<Key extends string>(key: Key, id: string): Record<string, never> & Record<Key, string> {
  return { [key]: id } as Record<string, never> & Record<Key, string>;
}
