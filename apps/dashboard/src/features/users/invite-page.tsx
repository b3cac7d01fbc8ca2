import { Button, PageTitle, StaffPage } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { OneTimeLink } from '../../components/one-time-link.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { InviteForm } from './invite-form.tsx';

const t = strings.users;

/** Invites a colleague; the answer is a link that is shown once. */
export function InvitePage() {
  usePageTitle(t.form.title);
  const queryClient = useQueryClient();
  const [ready, setReady] = useState<{ name: string; link: Outputs['users']['inviteUser'] } | null>(null);
  return (
    <StaffPage crumbs={[{ label: t.title, href: '/users' }, { label: t.form.title }]}>
      <div className="mx-auto w-full max-w-[42rem]">
        {ready ? (
          <div className="flex flex-col gap-5">
            <PageTitle title={t.link.ready} subtitle={t.link.title(ready.name)} />
            <OneTimeLink link={ready.link.link} endsAt={ready.link.endsAt} />
            <div className="flex flex-wrap gap-2">
              <Button size="lg" variant="primary" href={`/users/${ready.link.userId}`}>
                {t.link.openUser}
              </Button>
              <Button size="lg" icon="user-plus" onClick={() => setReady(null)}>
                {t.link.another}
              </Button>
            </div>
          </div>
        ) : (
          <>
            <PageTitle title={t.form.title} subtitle={t.form.subtitle} />
            <InviteForm
              onInvited={async (name, link) => {
                setReady({ name, link });
                await queryClient.invalidateQueries({ queryKey: trpc.users.listUsers.queryKey() });
              }}
            />
          </>
        )}
      </div>
    </StaffPage>
  );
}
