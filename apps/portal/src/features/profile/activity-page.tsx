import type { OwnActivityRow } from '@sallyport/contracts/common';
import { ActivityFeed, type ActivityWords } from '@sallyport/forms';
import { Card, EmptyState, PortalTitle, SkeletonShape } from '@sallyport/ui';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { ProfileTabs } from '../../components/profile-tabs.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.profile.activity;
const ROWS_PER_PAGE = 40;
const OWN: Readonly<Record<string, string>> = t.own;
const OTHERS: Readonly<Record<string, string>> = t.byOthers;
const FIELDS: Readonly<Record<string, string>> = t.fields;
const WORDS: ActivityWords = { ...t, sentence };

type Page = Outputs['ownActivity']['list'];

function sentence({ action, isOwn, changed }: OwnActivityRow): string {
  if (!isOwn) return OTHERS[action] ?? t.byOther;
  if (action === 'account.updated' && changed.length > 0)
    return t.changed(changed.map((field) => FIELDS[field] ?? field).join(', '));
  return OWN[action] ?? t.unknown;
}

const activityOptions = infiniteQueryOptions({
  queryKey: [...trpc.ownActivity.list.queryKey(), 'pages'],
  queryFn: ({ pageParam, signal }) =>
    client.ownActivity.list.query(
      { limit: ROWS_PER_PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
      { signal },
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page: Page) => page.nextCursor,
});

/** What one did, and what happened to one's account. */
export function ActivityPage() {
  usePageTitle(`${strings.profile.tabs.activity}, ${strings.profile.title}`);
  const { companyName } = useCurrentCustomer();
  const list = useInfiniteQuery(activityOptions);
  return (
    <>
      <PortalTitle title={strings.profile.title} subtitle={strings.profile.subtitle(companyName)} />
      <ProfileTabs current="activity" />
      <div className="max-w-3xl">
        <p className="mb-5 text-text-2">{t.note}</p>
        <QueryView query={list} skeleton={<SkeletonShape shape="list" rows={8} />}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows);
            if (rows.length === 0)
              return (
                <Card>
                  <EmptyState icon="history" title={t.emptyTitle} body={t.emptyBody} />
                </Card>
              );
            return (
              <ActivityFeed
                rows={rows}
                words={WORDS}
                busy={list.isFetchingNextPage}
                onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
              />
            );
          }}
        </QueryView>
      </div>
    </>
  );
}
