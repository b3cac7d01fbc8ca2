import { ActivityFeed, type ActivityWords } from '@sallyport/forms';
import { Card, EmptyState, SkeletonShape } from '@sallyport/ui';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { ProfilePageFrame } from '../../components/profile-page-frame.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { activitySentence } from './activity-sentence.ts';

const t = strings.profile.activity;
const ROWS_PER_PAGE = 40;
const WORDS: ActivityWords = { ...t, sentence: activitySentence };

type Page = Outputs['ownActivity']['list'];

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
  const list = useInfiniteQuery(activityOptions);
  return (
    <ProfilePageFrame tab="activity">
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
    </ProfilePageFrame>
  );
}
