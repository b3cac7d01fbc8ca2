import { useEffect } from 'react';
import { strings } from '../strings/strings.ts';

/** Names the browser tab after the screen. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${strings.common.portal}`;
  }, [title]);
}
