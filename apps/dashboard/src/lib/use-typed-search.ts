import { useEffect, useState } from 'react';
import { useDebounced } from './use-debounced.ts';

const TYPING_MS = 220;

/** What is typed into a search box; the address follows once it has been still for a while. */
export function useTypedSearch(
  search: string | undefined,
  onSearch: (search: string | undefined) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState(search ?? '');
  const settled = useDebounced(typed, TYPING_MS);
  useEffect(() => {
    if (settled.trim() !== (search ?? '')) onSearch(settled.trim() || undefined);
    // only what was typed counts; the address follows it
  }, [settled]);
  useEffect(() => setTyped((now) => (now.trim() === (search ?? '') ? now : (search ?? ''))), [search]);
  return [typed, setTyped];
}
