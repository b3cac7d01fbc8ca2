const taken = new Map<string, string>();

/** The secret of a one-time link, from the fragment, which leaves the address bar at once; empty when there is none. */
export function takeSecret(path: string): string {
  const { hash, pathname, search } = window.location;
  if (pathname === path && hash.length > 1) {
    taken.set(path, hash.slice(1));
    window.history.replaceState(window.history.state, '', pathname + search);
  }
  return taken.get(path) ?? '';
}

/** Forgets a secret that was used. */
export function dropSecret(path: string): void {
  taken.delete(path);
}
