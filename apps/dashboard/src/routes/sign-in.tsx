import { createFileRoute } from '@tanstack/react-router';
import { SignInPage } from '../features/session/sign-in-page.tsx';
import { pathOfThisApp } from '../lib/path-of-this-app.ts';

interface Search {
  /** Where the person was: a path of this app, never another address. */
  redirect?: string;
  notice?: 'ended' | 'signed-out';
}

function readSearch({ redirect, notice }: Record<string, unknown>): Search {
  const path = pathOfThisApp(redirect);
  return {
    ...(path === null ? {} : { redirect: path }),
    ...(notice === 'ended' || notice === 'signed-out' ? { notice } : {}),
  };
}

export const Route = createFileRoute('/sign-in')({ validateSearch: readSearch, component: SignIn });

function SignIn() {
  const { redirect, notice } = Route.useSearch();
  return <SignInPage returnTo={redirect ?? '/'} notice={notice} />;
}
