import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Moves focus to the new screen, so that the keyboard and screen readers start where the eyes do. */
export function useRouteFocus(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return;
        const main =
          document.querySelector<HTMLElement>('#main') ?? document.querySelector<HTMLElement>('main');
        if (!main || main.contains(document.activeElement)) return;
        if (!main.hasAttribute('tabindex')) main.tabIndex = -1;
        main.focus({ preventScroll: true });
      }),
    [router],
  );
}
