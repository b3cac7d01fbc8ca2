import { NotFoundPage, UiProvider } from '@sallyport/ui';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { AppLink } from '../components/app-link.tsx';
import { CrashPage } from '../components/crash-page.tsx';
import { ConfirmIdentityDialog } from '../features/session/confirm-identity-dialog.tsx';
import { Lock } from '../features/session/lock.tsx';
import { DemoBanner } from '../features/shell/demo-banner.tsx';
import { useRouteFocus } from '../features/shell/use-route-focus.ts';
import { useSessionEnd } from '../features/shell/use-session-end.ts';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  errorComponent: CrashPage,
  notFoundComponent: NotFound,
});

/** What surrounds every screen, before and behind the door. */
function Root() {
  useSessionEnd();
  useRouteFocus();
  return (
    <UiProvider link={AppLink}>
      <DemoBanner />
      <Outlet />
      <ConfirmIdentityDialog />
      <Lock />
    </UiProvider>
  );
}

function NotFound() {
  return (
    <main id="main" className="grid min-h-dvh place-content-center" tabIndex={-1}>
      <NotFoundPage homeHref="/" />
    </main>
  );
}
