import { errorDataOf } from '@sallyport/forms';
import { Button, EmptyState, formatExact, PageTitle, SkeletonShape, useStrings } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.mail.mailbox;

/** The mail of a demo: a list, and what a mail program would show. */
export function MailboxPage() {
  usePageTitle(t.title);
  const mailbox = useQuery(trpc.mailbox.list.queryOptions({}, { retry: false, refetchInterval: 5_000 }));
  const isAbsent = errorDataOf(mailbox.error)?.code === 'NOT_FOUND';
  return (
    <main className="mx-auto flex w-full max-w-6xl flex-col gap-5 p-4 sm:p-8">
      <PageTitle
        title={isAbsent ? t.absentTitle : t.title}
        subtitle={isAbsent ? t.absent : t.subtitle}
        actions={
          <>
            <Button icon="refresh" onClick={() => void mailbox.refetch()}>
              {t.refresh}
            </Button>
            <Button href="/sign-in">{t.toSignIn}</Button>
          </>
        }
      />
      {isAbsent ? null : (
        <QueryView query={mailbox} skeleton={<SkeletonShape shape="list" rows={6} />}>
          {({ mails }) =>
            mails.length === 0 ? (
              <EmptyState icon="mail" title={t.emptyTitle} body={t.empty} />
            ) : (
              <Mails mails={mails} />
            )
          }
        </QueryView>
      )}
    </main>
  );
}

function Mails({ mails }: { mails: Outputs['mailbox']['list']['mails'] }) {
  const { locale } = useStrings();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = mails.find(({ id }) => id === chosenId) ?? mails[0];
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <ul aria-label={t.list} className="ui-card flex flex-col p-1">
        {mails.map(({ id, subject, to, sentAt }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === chosen?.id}
              className="flex w-full flex-col gap-0.5 rounded-md px-3 py-2 text-left hover:bg-hover aria-[current=true]:bg-selected"
              onClick={() => setChosenId(id)}
            >
              <span className="font-medium">{subject}</span>
              <span className="text-xs break-words text-text-3">
                {t.to(to)} · {formatExact(sentAt, locale)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {chosen ? (
        <section className="ui-card flex min-w-0 flex-col" aria-label={chosen.subject}>
          <header className="ui-card-head">
            <h2 className="ui-heading">{chosen.subject}</h2>
            <span className="ui-head-actions">
              {chosen.actionUrl ? (
                <Button size="sm" variant="primary" href={chosen.actionUrl}>
                  {t.open}
                </Button>
              ) : null}
              {chosen.notMeUrl ? (
                <Button size="sm" href={chosen.notMeUrl}>
                  {strings.links.notMe.submit}
                </Button>
              ) : null}
            </span>
          </header>
          {/* No rights at all: no scripts, no forms, an origin of its own. */}
          <iframe
            sandbox=""
            title={t.frame(chosen.subject)}
            srcDoc={chosen.html}
            className="h-[44rem] w-full rounded-b-lg border-0"
          />
        </section>
      ) : null}
    </div>
  );
}
