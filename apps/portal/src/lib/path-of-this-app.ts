const PATH = /^\/(?![/\\])/;

/** A path of this app, from an address; null for anything that could lead elsewhere. */
export function pathOfThisApp(value: unknown): string | null {
  return typeof value === 'string' && PATH.test(value) ? value : null;
}
