import { claimDrafts, noteSession } from '@sallyport/forms';
import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { CrashPage } from '../components/crash-page.tsx';
import { Live } from '../features/live/live.tsx';
import { SessionWatch } from '../features/session/session-watch.tsx';
import { AppShell } from '../features/shell/app-shell.tsx';
import { currentUserOptions } from '../lib/current-user.ts';
import { isSignedOut } from '../lib/is-signed-out.ts';

/** The way back; home needs none. */
function backTo(href: string): { redirect?: string } {
  return href === '/' ? {} : { redirect: href };
}

export const Route = createFileRoute('/_staff')({
  beforeLoad: async ({ context, location }) => {
    try {
      const { user, session } = await context.queryClient.ensureQueryData({
        ...currentUserOptions,
        revalidateIfStale: true,
      });
      noteSession(session);
      claimDrafts(user.id);
      if (session.duties.length > 0) throw redirect({ to: '/secure-account', search: backTo(location.href) });
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: '/sign-in', search: backTo(location.href) });
    }
  },
  component: Staff,
  errorComponent: CrashPage,
});

function Staff() {
  return (
    <AppShell>
      <Outlet />
      <Live />
      <SessionWatch />
    </AppShell>
  );
}
