import { createFileRoute } from '@tanstack/react-router';
import { SignInPage } from '../features/session/sign-in-page.tsx';

interface Search {
  /** Where the person was: a path of this app, never another address. */
  redirect?: string;
  notice?: 'ended' | 'signed-out';
}

const PATH_OF_THIS_APP = /^\/(?![/\\])/;

function readSearch({ redirect, notice }: Record<string, unknown>): Search {
  return {
    ...(typeof redirect === 'string' && PATH_OF_THIS_APP.test(redirect) ? { redirect } : {}),
    ...(notice === 'ended' || notice === 'signed-out' ? { notice } : {}),
  };
}

export const Route = createFileRoute('/sign-in')({ validateSearch: readSearch, component: SignIn });

function SignIn() {
  const { redirect, notice } = Route.useSearch();
  return <SignInPage returnTo={redirect ?? '/'} notice={notice} />;
}
