import { SignInSteps, useSignIn } from '@sallyport/forms';
import { AuthLayout, Icon, Notice } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { signInCalls } from '../../lib/sign-in-calls.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { DoorFooter } from './door-footer.tsx';
import { doorOptions } from './session.queries.ts';
import { SIGN_IN_WORDS } from './sign-in-words.ts';
import { useEnter } from './use-enter.ts';
import { useWelcome } from './use-welcome.ts';

const t = strings.auth.signIn;

/** The way in. Says plainly when there is nobody yet who could sign in. */
export function SignInPage({
  returnTo,
  notice,
}: {
  returnTo: string;
  notice: 'ended' | 'signed-out' | undefined;
}) {
  usePageTitle(t.title);
  const enter = useEnter();
  const welcome = useWelcome();
  const flow = useSignIn(signInCalls, SIGN_IN_WORDS, async () => {
    await enter(returnTo);
    // A greeting that does not come is no failure of signing in.
    void welcome().catch(() => undefined);
  });
  const door = useQuery(doorOptions).data;
  const firmName = door?.firmName ?? '';
  const subtitle = door ? (firmName ? t.subtitle(firmName) : t.subtitleNoFirm) : ' ';
  if (door?.isSetupOpen)
    return (
      <AuthLayout door="staff" firmName={firmName} title={t.setupTitle} footer={<DoorFooter door={door} />}>
        <Notice tone="accent" icon="terminal">
          {t.setup}
        </Notice>
      </AuthLayout>
    );
  return (
    <AuthLayout
      door="staff"
      firmName={firmName}
      title={flow.owed ? t.factor.title : t.title}
      subtitle={flow.owed ? t.factor.subtitle : subtitle}
      footer={<DoorFooter door={door} />}
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
      <SignInSteps flow={flow} door="staff" forgotHref="/forgot-password" />
      {flow.owed ? null : (
        <p className="mt-4.5 flex items-start gap-1.5 text-xs text-text-3">
          <span className="mt-0.5 flex">
            <Icon name="shield-check" size={14} />
          </span>
          <span>{t.recorded}</span>
        </p>
      )}
    </AuthLayout>
  );
}
