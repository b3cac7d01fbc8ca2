import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSessionEnd } from '../../lib/session-end.ts';

/** When the session was ended: to sign-in, with the way back; drafts stay. One that ran out locks the page instead. */
export function useSessionEnd(): void {
  const router = useRouter();
  useEffect(() => {
    onSessionEnd(() => {
      const { pathname, href } = router.state.location;
      if (pathname === '/sign-in') return;
      void router.navigate({
        to: '/sign-in',
        search: { redirect: href, notice: 'ended' },
        ignoreBlocker: true,
      });
    });
    return () => onSessionEnd(() => undefined);
  }, [router]);
}
