import { SignInSteps, useSignIn } from '@sallyport/forms';
import { AuthLayout, Notice } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { signInCalls } from '../../lib/sign-in-calls.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { doorOptions } from './session.queries.ts';
import { SIGN_IN_WORDS } from './sign-in-words.ts';
import { useEnter } from './use-enter.ts';
import { useWelcome } from './use-welcome.ts';

const t = strings.auth.signIn;

/** The customers' way in. */
export function SignInPage({
  returnTo,
  notice,
}: {
  returnTo: string;
  notice: 'ended' | 'signed-out' | undefined;
}) {
  usePageTitle(t.submit);
  const enter = useEnter();
  const welcome = useWelcome();
  const flow = useSignIn(signInCalls, SIGN_IN_WORDS, async () => {
    await enter(returnTo);
    // A greeting that does not come is no failure of signing in.
    void welcome().catch(() => undefined);
  });
  const firmName = useQuery(doorOptions).data?.firmName ?? '';
  return (
    <AuthLayout
      door="portal"
      firmName={firmName}
      title={flow.owed ? t.factor.title : t.title}
      subtitle={flow.owed ? t.factor.subtitle : t.subtitle}
      hint={firmName && !flow.owed ? t.hint(firmName) : undefined}
      footer={firmName}
    >
      {notice && !flow.owed && !flow.notice ? (
        <div className="mb-5">
          <Notice
            live
            tone={notice === 'ended' ? 'caution' : 'neutral'}
            icon={notice === 'ended' ? 'clock' : 'info'}
          >
            {notice === 'ended' ? t.ended : t.signedOut}
          </Notice>
        </div>
      ) : null}
      <SignInSteps flow={flow} door="portal" forgotHref="/forgot-password" />
    </AuthLayout>
  );
}
