import { noteSession } from '@sallyport/forms';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { SecureAccountPage } from '../features/session/secure-account-page.tsx';
import { currentCustomerOptions } from '../lib/current-customer.ts';
import { isSignedOut } from '../lib/is-signed-out.ts';
import { pathOfThisApp } from '../lib/path-of-this-app.ts';

interface Search {
  /** Where the person was on the way to. */
  redirect?: string;
}

function readSearch(search: Record<string, unknown>): Search {
  const path = pathOfThisApp(search['redirect']);
  return path === null ? {} : { redirect: path };
}

export const Route = createFileRoute('/secure-account')({
  validateSearch: readSearch,
  beforeLoad: async ({ context, search }) => {
    try {
      const { session } = await context.queryClient.fetchQuery({ ...currentCustomerOptions, staleTime: 0 });
      noteSession(session);
      if (session.duties.length === 0) throw redirect({ href: search.redirect ?? '/' });
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: '/sign-in', search });
    }
  },
  component: SecureAccount,
});

function SecureAccount() {
  return <SecureAccountPage returnTo={Route.useSearch().redirect ?? '/'} />;
}
