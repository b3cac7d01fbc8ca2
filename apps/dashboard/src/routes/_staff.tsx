import { hasCode } from '@sallyport/forms';
import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { CrashPage } from '../components/crash-page.tsx';
import { Live } from '../features/live/live.tsx';
import { AppShell } from '../features/shell/app-shell.tsx';
import { currentUserOptions } from '../lib/current-user.ts';

export const Route = createFileRoute('/_staff')({
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData({ ...currentUserOptions, revalidateIfStale: true });
    } catch (error) {
      if (!hasCode(error, 'UNAUTHENTICATED')) throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { redirect: location.href } });
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
    </AppShell>
  );
}
