import { useEffect, useState } from 'react';

const taken = new Map<string, string>();

/** The secret of a one-time link, from the fragment, which leaves the address bar at once; empty when there is none. */
function takeSecret(path: string): string {
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

interface OneTimeLink {
  /** Empty when there is none. Key of what was typed under it: a newer link begins anew. */
  secret: string;
  /** Why the server would not have it. */
  refusal: string | null;
}

/** The one-time link that was opened on this page, the newest of them: opening one over another changes the fragment alone. */
export function useOneTimeLink(path: string): OneTimeLink & { refuse: (message: string) => void } {
  const [link, setLink] = useState<OneTimeLink>(() => ({ secret: takeSecret(path), refusal: null }));
  useEffect(() => {
    const takeNewer = () => {
      // What empties the fragment, or moves within the page, is no link.
      if (window.location.pathname !== path || window.location.hash.length < 2) return;
      setLink({ secret: takeSecret(path), refusal: null });
    };
    window.addEventListener('hashchange', takeNewer);
    return () => window.removeEventListener('hashchange', takeNewer);
  }, [path]);
  // An answer that comes late says nothing about a newer link.
  const refuse = (refusal: string) =>
    setLink((now) => (now.secret === link.secret ? { ...now, refusal } : now));
  return { ...link, refuse };
}
