import { createContext, useContext } from 'react';

/** Where what pops up is rendered: inside a landmark of the page, or inside the open dialog. */
export const OverlayContainerContext = createContext<HTMLElement | null>(null);

/** Props for a portal, so that what pops up stays within reach of screen readers and the focus trap. */
export function useOverlayContainer(): { container?: HTMLElement } {
  const container = useContext(OverlayContainerContext);
  return container ? { container } : {};
}
