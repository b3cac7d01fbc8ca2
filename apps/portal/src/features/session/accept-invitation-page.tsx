import { useOneTimeLink } from '@sallyport/forms';
import { AuthLayout } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { AcceptInvitationForm } from './accept-invitation-form.tsx';
import { LinkProblem } from './link-problem.tsx';
import { MailInvitationAgain } from './mail-invitation-again.tsx';
import { doorOptions } from './session.queries.ts';

const t = strings.auth.invitation;

/** The invited person says who they are and chooses the password that nobody else ever knows. */
export function AcceptInvitationPage() {
  usePageTitle(t.title);
  const { secret, refusal, refuse } = useOneTimeLink('/accept-invitation');
  const door = useQuery(doorOptions).data;
  return (
    <AuthLayout
      door="portal"
      firmName={door?.firmName ?? ''}
      title={t.title}
      subtitle={door?.firmName ? t.subtitle(door.firmName) : ' '}
      footer={door?.firmName ?? ''}
    >
      {secret === '' ? (
        <LinkProblem title={strings.auth.link.missingTitle} message={strings.auth.link.missing} />
      ) : refusal ? (
        <div className="flex flex-col gap-5">
          {door?.sendsMail ? <MailInvitationAgain key={secret} secret={secret} /> : null}
          <LinkProblem title={strings.auth.link.invalidTitle} message={refusal} />
        </div>
      ) : (
        <AcceptInvitationForm
          key={secret}
          secret={secret}
          firmName={door?.firmName ?? ''}
          onLinkInvalid={refuse}
        />
      )}
    </AuthLayout>
  );
}
