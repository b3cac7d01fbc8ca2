import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { SignInPage } from '../features/session/sign-in-page.tsx';

const Search = z.object({
  /** Where the person was: a path of this app, never another address. */
  redirect: z.string().regex(/^\/(?![/\\])/).optional().catch(undefined),
  notice: z.enum(['ended', 'signed-out']).optional().catch(undefined),
});

export const Route = createFileRoute('/sign-in')({ validateSearch: Search, component: SignIn });

function SignIn() {
  const { redirect, notice } = Route.useSearch();
  return <SignInPage returnTo={redirect ?? '/'} notice={notice} />;
}
