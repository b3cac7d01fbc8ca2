import { FactorsCard, NewCodesDialog, PasskeysCard, SessionsCard } from '@sallyport/forms';
import { Button, Card, PortalTitle, RelativeTime, SkeletonShape } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProfileTabs } from '../../components/profile-tabs.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { factorCalls, sessionCalls } from '../../lib/factor-calls.ts';
import { trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.security;
const { cancel, unreachable } = strings.common;
const WORDS = {
  ...t.page,
  setup: { ...t.page.setup, unreachable },
  cancel,
  unreachable,
};

/** How one signs in, and where one is signed in. */
export function SecurityPage() {
  usePageTitle(`${strings.profile.tabs.security}, ${strings.profile.title}`);
  const queryClient = useQueryClient();
  const { user, companyName } = useCurrentCustomer();
  const factors = useQuery(trpc.factors.get.queryOptions({}));
  const sessions = useQuery(trpc.sessions.list.queryOptions({}));
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.factors.get.queryKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.sessions.list.queryKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.auth.getCurrent.queryKey() }),
    ]);
  const shared = { words: WORDS, calls: factorCalls, onChanged: () => void refresh(), onCodes: setCodes };
  return (
    <>
      <PortalTitle title={strings.profile.title} subtitle={strings.profile.subtitle(companyName)} />
      <ProfileTabs current="security" />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <QueryView query={factors} skeleton={<SkeletonShape shape="form" rows={4} />}>
            {(data) => (
              <>
                <FactorsCard {...shared} factors={data} />
                <PasskeysCard {...shared} factors={data} />
              </>
            )}
          </QueryView>
          <PasswordCard />
        </div>
        <QueryView query={sessions} skeleton={<SkeletonShape shape="list" rows={3} />}>
          {(data) => (
            <SessionsCard
              words={{ ...t.sessions, cancel, unreachable }}
              sessions={data.sessions}
              calls={sessionCalls}
              onChanged={() => void refresh()}
            />
          )}
        </QueryView>
      </div>
      <p className="mt-4 text-xs text-text-2">{t.page.lost}</p>
      <NewCodesDialog words={WORDS} codes={codes} account={user.email} onKept={() => setCodes(null)} />
    </>
  );
}

function PasswordCard() {
  const profile = useQuery(trpc.profile.getProfile.queryOptions());
  const [before, after] = t.page.passwordChanged;
  return (
    <Card title={t.page.password} padded>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-text-2">
          {before}
          <RelativeTime at={profile.data?.passwordChangedAt} fallback={strings.profile.passwordNever} />
          {after}
        </p>
        <Button size="sm" href="/profile#password">
          {t.page.changePassword}
        </Button>
      </div>
    </Card>
  );
}
