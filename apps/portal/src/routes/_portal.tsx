import { claimDrafts, noteSession } from '@sallyport/forms';
import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { CrashPage } from '../components/crash-page.tsx';
import { SessionWatch } from '../features/session/session-watch.tsx';
import { AppShell } from '../features/shell/app-shell.tsx';
import { currentCustomerOptions } from '../lib/current-customer.ts';
import { isSignedOut } from '../lib/is-signed-out.ts';

/** The way back; home needs none. */
function backTo(href: string): { redirect?: string } {
  return href === '/' ? {} : { redirect: href };
}

export const Route = createFileRoute('/_portal')({
  beforeLoad: async ({ context, location }) => {
    try {
      const { user, session } = await context.queryClient.ensureQueryData({
        ...currentCustomerOptions,
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
  component: Portal,
  errorComponent: CrashPage,
});

function Portal() {
  return (
    <AppShell>
      <Outlet />
      <SessionWatch />
    </AppShell>
  );
}
