import { useEffect, useRef, useState } from 'react';

const TYPING_MS = 220;

/** What is typed into a search box; the address follows once it has been still for a while. */
export function useTypedSearch(
  search: string | undefined,
  onSearch: (search: string | undefined) => void,
): [string, (text: string) => void] {
  const current = search ?? '';
  const [typed, setTyped] = useState(current);
  const follow = useRef(onSearch);
  follow.current = onSearch;
  /** What this box asked for last: when the address becomes that, typing may have gone on. */
  const asked = useRef(current);
  useEffect(() => {
    const text = typed.trim();
    if (text === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = text;
      follow.current(text || undefined);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    if (current === asked.current) return;
    asked.current = current;
    setTyped(current);
  }, [current]);
  return [typed, setTyped];
}
