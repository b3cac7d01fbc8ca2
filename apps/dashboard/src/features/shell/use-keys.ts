import { isLocked } from '@sallyport/forms';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Place } from './places.ts';

const CHORD_MS = 1_000;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"]',
    ) !== null
  );
}

/** ⌘K anywhere; "?" and G followed by a letter wherever nothing is being typed. */
export function useKeys(places: readonly Place[], onPalette: () => void, onShortcuts: () => void): void {
  const router = useRouter();
  const latest = useRef({ places, onPalette, onShortcuts });
  useEffect(() => {
    latest.current = { places, onPalette, onShortcuts };
  });
  useEffect(() => {
    let chordUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (isLocked()) return;
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.onPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') return latest.current.onShortcuts();
      const isChord = event.timeStamp < chordUntil;
      chordUntil = event.key === 'g' && !isChord ? event.timeStamp + CHORD_MS : 0;
      const place = isChord ? latest.current.places.find(({ key }) => key === event.key) : undefined;
      if (!place) return;
      event.preventDefault();
      event.stopPropagation();
      void router.navigate({ href: place.href });
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [router]);
}
