import { useCallback, useRef } from 'react';

const OVERLAY = '[role="dialog"], [role="alertdialog"]';

/** What led to each overlay, by its content; an overlay may follow another that closes as it opens. */
const trails = new WeakMap<Element, readonly HTMLElement[]>();

/**
 * Where focus belongs once an overlay has gone, the nearest first: what has it now, the button of the menu that this is in,
 * and what led to the overlay that this is in.
 */
function trailFrom(element: Element | null): readonly HTMLElement[] {
  if (!(element instanceof HTMLElement) || element === document.body) return [];
  const opener = element.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  if (opener) return trailFrom(document.getElementById(opener));
  const overlay = element.closest(OVERLAY);
  return [element, ...(overlay ? (trails.get(overlay) ?? []) : [])];
}

/** Remembers what had focus before an overlay opened, and gives focus back when it closes. */
export function useReturnFocus(isOpen: boolean) {
  const wasOpen = useRef(false);
  const trail = useRef<readonly HTMLElement[]>([]);
  if (isOpen !== wasOpen.current) {
    wasOpen.current = isOpen;
    // As early as this: once the overlay is in the page, the menu that led to it is gone, and a field may have taken focus.
    if (isOpen) trail.current = trailFrom(document.activeElement);
  }
  /** Of the overlay's content. */
  const ref = useCallback((content: Element | null) => {
    if (content) trails.set(content, trail.current);
  }, []);
  const onCloseAutoFocus = (event: Event) => {
    event.preventDefault();
    trail.current.find((element) => element.isConnected)?.focus({ preventScroll: true });
  };
  return { ref, onCloseAutoFocus };
}
