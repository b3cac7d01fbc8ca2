import { dropSecret, ResetPasswordForm, useOneTimeLink } from '@sallyport/forms';
import { AuthLayout, Button, Notice } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { LinkProblem } from './link-problem.tsx';
import { doorOptions } from './session.queries.ts';

const t = strings.links.reset;
const PATH = '/reset-password';
const WORDS = { ...t, unreachable: strings.common.unreachable };

/** Chooses a new password by link, with the second factor where there is one. */
export function ResetPasswordPage() {
  usePageTitle(t.title);
  const { secret, refusal, refuse } = useOneTimeLink(PATH);
  const [doneWith, setDoneWith] = useState<string | null>(null);
  const door = useQuery(doorOptions).data;
  const missing = secret === '';
  return (
    <AuthLayout
      door="portal"
      firmName={door?.firmName ?? ''}
      title={t.title}
      subtitle={t.subtitle}
      footer={door?.firmName ?? ''}
    >
      {doneWith === secret ? (
        <div className="flex flex-col gap-5">
          <Notice tone="accent" icon="check-circle" title={t.doneTitle} live>
            {t.done}
          </Notice>
          <Button variant="primary" size="xl" block href="/sign-in">
            {strings.links.toSignIn}
          </Button>
        </div>
      ) : missing || refusal ? (
        <div className="flex flex-col gap-3">
          <LinkProblem
            title={missing ? strings.auth.link.missingTitle : strings.auth.link.invalidTitle}
            message={refusal ?? strings.auth.link.missing}
          />
          <Button size="xl" block href="/forgot-password">
            {t.again}
          </Button>
        </div>
      ) : (
        <ResetPasswordForm
          key={secret}
          words={WORDS}
          passwordWords={strings.auth.password}
          firmName={door?.firmName ?? ''}
          secret={secret}
          complete={(input) => client.passwordReset.complete.mutate(input)}
          onDone={() => {
            dropSecret(PATH);
            setDoneWith(secret);
          }}
          onLinkInvalid={refuse}
        />
      )}
    </AuthLayout>
  );
}
