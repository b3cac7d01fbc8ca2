import { useOneTimeLink } from '@sallyport/forms';
import { AuthLayout } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { DoorFooter } from './door-footer.tsx';
import { LinkProblem } from './link-problem.tsx';
import { doorOptions } from './session.queries.ts';
import { SetupForm } from './setup-form.tsx';

const t = strings.auth.setup;

/** First start: whoever holds the link from the terminal becomes the first Admin. */
export function SetupPage() {
  usePageTitle(t.title);
  const { secret, refusal, refuse } = useOneTimeLink('/setup');
  const door = useQuery(doorOptions).data;
  const isClosed = door !== undefined && !door.isSetupOpen;
  return (
    <AuthLayout
      door="staff"
      firmName={door?.firmName ?? ''}
      title={t.title}
      subtitle={t.subtitle}
      footer={<DoorFooter door={door} />}
    >
      {isClosed ? (
        <LinkProblem title={t.closedTitle} message={t.closed} />
      ) : secret === '' ? (
        <LinkProblem title={strings.auth.link.missingTitle} message={strings.auth.link.missing} />
      ) : refusal ? (
        <LinkProblem title={strings.auth.link.invalidTitle} message={refusal} />
      ) : (
        <SetupForm key={secret} secret={secret} onLinkInvalid={refuse} />
      )}
    </AuthLayout>
  );
}
