import { UseLinkPanel, useOneTimeLink } from '@sallyport/forms';
import { AuthLayout } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { LinkProblem } from './link-problem.tsx';
import { doorOptions } from './session.queries.ts';

const t = strings.links.notMe;
const WORDS = { ...t, toSignIn: strings.links.toSignIn, unreachable: strings.common.unreachable };

/** Out of a security notice: closes the door behind whoever it was. */
export function NotMePage() {
  usePageTitle(t.title);
  const { secret, refusal, refuse } = useOneTimeLink('/not-me');
  const door = useQuery(doorOptions).data;
  return (
    <AuthLayout
      door="portal"
      firmName={door?.firmName ?? ''}
      title={t.title}
      subtitle={t.subtitle}
      footer={door?.firmName ?? ''}
    >
      {secret === '' ? (
        <LinkProblem title={strings.auth.link.missingTitle} message={strings.auth.link.missing} />
      ) : refusal ? (
        <LinkProblem title={strings.auth.link.invalidTitle} message={refusal} />
      ) : (
        <UseLinkPanel
          key={secret}
          words={WORDS}
          tone="danger"
          use={() => client.notices.notMe.mutate({ secret })}
          onLinkInvalid={refuse}
        />
      )}
    </AuthLayout>
  );
}
