import { ForgotPasswordForm } from '@sallyport/forms';
import { AuthLayout } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { DoorFooter } from './door-footer.tsx';
import { doorOptions } from './session.queries.ts';

const t = strings.links.forgot;
const WORDS = { ...t, unreachable: strings.common.unreachable };

/** Asks for a link to choose a new password. */
export function ForgotPasswordPage() {
  usePageTitle(t.title);
  const door = useQuery(doorOptions).data;
  return (
    <AuthLayout
      door="staff"
      firmName={door?.firmName ?? ''}
      title={t.title}
      subtitle={t.subtitle}
      footer={<DoorFooter door={door} />}
    >
      {door ? (
        <ForgotPasswordForm
          words={WORDS}
          sendsMail={door.sendsMail}
          request={(input) => client.passwordReset.request.mutate(input)}
        />
      ) : null}
    </AuthLayout>
  );
}
