import { hasCode } from '@sallyport/forms';
import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { CrashPage } from '../components/crash-page.tsx';
import { AppShell } from '../features/shell/app-shell.tsx';
import { currentCustomerOptions } from '../lib/current-customer.ts';

export const Route = createFileRoute('/_portal')({
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData({ ...currentCustomerOptions, revalidateIfStale: true });
    } catch (error) {
      if (!hasCode(error, 'UNAUTHENTICATED')) throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { redirect: location.href } });
    }
  },
  component: Portal,
  errorComponent: CrashPage,
});

function Portal() {
  return (
    <AppShell>
      <Outlet />
    </AppShell>
  );
}
