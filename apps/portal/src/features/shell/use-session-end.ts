import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSessionEnd } from '../../lib/session-end.ts';

/** When the session is over: to sign-in, with the way back; drafts stay. */
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
