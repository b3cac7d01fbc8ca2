import { UseLinkPanel, useOneTimeLink } from '@sallyport/forms';
import { AuthLayout } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { DoorFooter } from './door-footer.tsx';
import { LinkProblem } from './link-problem.tsx';
import { doorOptions } from './session.queries.ts';

const t = strings.links.confirmEmail;
const WORDS = { ...t, toSignIn: strings.links.toSignIn, unreachable: strings.common.unreachable };

/** Makes a new address count, by a press. */
export function ConfirmEmailPage() {
  usePageTitle(t.title);
  const { secret, refusal, refuse } = useOneTimeLink('/confirm-email');
  const door = useQuery(doorOptions).data;
  return (
    <AuthLayout
      door="staff"
      firmName={door?.firmName ?? ''}
      title={t.title}
      subtitle={t.subtitle}
      footer={<DoorFooter door={door} />}
    >
      {secret === '' ? (
        <LinkProblem title={strings.auth.link.missingTitle} message={strings.auth.link.missing} />
      ) : refusal ? (
        <LinkProblem title={strings.auth.link.invalidTitle} message={refusal} />
      ) : (
        <UseLinkPanel
          key={secret}
          words={WORDS}
          use={() => client.emailChange.confirm.mutate({ secret })}
          onLinkInvalid={refuse}
        />
      )}
    </AuthLayout>
  );
}
