import { useCallback, useSyncExternalStore } from 'react';

/** What the user chose; "system" follows the operating system. */
export type Theme = 'system' | 'light' | 'dark';

/** Where the choice is kept; /theme.js reads the same key before the first paint. */
export const THEME_KEY = 'sallyport.theme';

const listeners = new Set<() => void>();

/** True for the three words a theme can be. */
export function isTheme(value: string | null): value is Theme {
  return value === 'system' || value === 'light' || value === 'dark';
}

function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(THEME_KEY);
    return isTheme(stored) ? stored : 'system';
  } catch {
    return 'system'; // storage is blocked: the system decides
  }
}

function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== THEME_KEY) return;
    applyTheme(readTheme());
    listener();
  };
  listeners.add(listener);
  addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', onStorage);
  };
}

/** The chosen theme and a way to change it, in step over all tabs. */
export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const theme = useSyncExternalStore(subscribe, readTheme, () => 'system' as const);
  const setTheme = useCallback((next: Theme) => {
    try {
      localStorage.setItem(THEME_KEY, next);
    } catch {
      // storage is blocked: the choice holds until the page is left
    }
    applyTheme(next);
    for (const listener of listeners) listener();
  }, []);
  return { theme, setTheme };
}
