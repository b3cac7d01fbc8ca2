/** What reaches only the page underneath: dialogs there would close, shortcuts fire, scrolling be undone. */
const KEPT_INSIDE = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'touchmove',
  'wheel',
  'focusin',
  'focusout',
  'keydown',
  'keyup',
] as const;

/** Takes everything but the host out of reach and out of sight, what appears meanwhile too. Returns how to undo it. */
export function isolate(host: HTMLElement): () => void {
  const hidden = new Set<Element>();
  const hide = () => {
    for (const element of document.body.children) {
      if (element === host || element.hasAttribute('inert') || element.tagName === 'SCRIPT') continue;
      element.setAttribute('inert', '');
      element.setAttribute('data-locked', '');
      hidden.add(element);
    }
  };
  const observer = new MutationObserver(hide);
  hide();
  observer.observe(document.body, { childList: true });
  const keep = (event: Event) => event.stopPropagation();
  for (const type of KEPT_INSIDE) host.addEventListener(type, keep);
  // Escape and stray keys are heard by the page before they reach anything.
  const guard = (event: KeyboardEvent) => {
    const isOutside = !(event.target instanceof Node) || !host.contains(event.target);
    if (event.key === 'Escape' || (isOutside && event.key !== 'Tab')) event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', guard, { capture: true });
  return () => {
    observer.disconnect();
    window.removeEventListener('keydown', guard, { capture: true });
    for (const type of KEPT_INSIDE) host.removeEventListener(type, keep);
    for (const element of hidden) {
      element.removeAttribute('inert');
      element.removeAttribute('data-locked');
    }
  };
}
