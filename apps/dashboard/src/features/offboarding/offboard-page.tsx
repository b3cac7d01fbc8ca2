import { EmptyState, Notice, SkeletonShape, StaffPage } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PageHeading } from '../../components/page-heading.tsx';
import { PersonStatus } from '../../components/person-status.tsx';
import { PersonTitle } from '../../components/person-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { OffboardDone } from './offboard-done.tsx';
import { OffboardForm } from './offboard-form.tsx';

const t = strings.offboarding;

/** What somebody has, who takes over, what happens then: three steps on one page, and nothing before the last button. */
export function OffboardPage({ userId }: { userId: string }) {
  const preview = useQuery(trpc.offboarding.preview.queryOptions({ userId }, { staleTime: 0 }));
  const [done, setDone] = useState<Outputs['offboarding']['carryOut'] | null>(null);
  const name = preview.data?.person.displayName;
  usePageTitle(name === undefined ? t.title : t.heading(name));
  return (
    <StaffPage
      crumbs={[
        { label: strings.users.title, href: '/users' },
        { label: name ?? '…', href: `/users/${userId}` },
        { label: t.title },
      ]}
    >
      {preview.data || preview.error ? null : <PageHeading>{t.title}</PageHeading>}
      <QueryView query={preview} skeleton={<SkeletonShape shape="cards" rows={4} />}>
        {(data) => (
          <div className="max-w-4xl">
            <PersonTitle
              id={data.person.id}
              photo={data.person.photo}
              name={data.person.displayName}
              heading={(done ? t.doneTitle : t.heading)(data.person.displayName)}
              tags={<PersonStatus status={done?.status ?? data.person.status} />}
              subtitle={done ? data.person.title : t.subtitle}
            />
            <div className="mt-6">
              {done ? (
                <OffboardDone userId={userId} done={done} />
              ) : data.refusal ? (
                <Notice icon="lock" title={strings.users.detail.limitTitle}>
                  {data.refusal}
                </Notice>
              ) : data.person.status === 'ANONYMISED' ? (
                <EmptyState icon="user-minus" title={t.nothing} />
              ) : (
                <OffboardForm preview={data} onStale={() => void preview.refetch()} onDone={setDone} />
              )}
            </div>
          </div>
        )}
      </QueryView>
    </StaffPage>
  );
}
