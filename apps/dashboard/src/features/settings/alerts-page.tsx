import { errorDataOf } from '@sallyport/forms';
import {
  Button,
  Card,
  EmptyState,
  Icon,
  RelativeTime,
  Segmented,
  SkeletonShape,
  StaffPage,
  useToast,
} from '@sallyport/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { SettingsTabs } from '../../components/settings-tabs.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.settings.alerts;
const LIMIT = 100;

type Alert = Outputs['securityAlerts']['list']['rows'][number];

/** S4: what administrators are told of sign-ins, until a person has looked at it. */
export function AlertsPage({
  state,
  onState,
}: {
  state: 'open' | 'closed';
  onState: (state: 'open' | 'closed') => void;
}) {
  usePageTitle(strings.settings.tabs.alerts);
  const alerts = useQuery(trpc.securityAlerts.list.queryOptions({ state, limit: LIMIT }));
  return (
    <StaffPage
      crumbs={[{ label: strings.settings.title, href: '/settings' }, { label: strings.settings.tabs.alerts }]}
      tabs={<SettingsTabs current="alerts" />}
    >
      <PageHeading>{strings.settings.tabs.alerts}</PageHeading>
      <div className="flex max-w-[52rem] flex-col gap-4">
        <div className="self-start">
          <Segmented
            label={t.state}
            value={state}
            onChange={onState}
            options={[
              { value: 'open', label: t.open },
              { value: 'closed', label: t.closed },
            ]}
          />
        </div>
        <Card label={strings.settings.tabs.alerts}>
          <QueryView query={alerts} skeleton={<SkeletonShape shape="list" rows={3} />}>
            {({ rows }) =>
              rows.length > 0 ? (
                <ul className="divide-y divide-border-soft">
                  {rows.map((alert) => (
                    <AlertRow key={alert.id} alert={alert} />
                  ))}
                </ul>
              ) : state === 'open' ? (
                <EmptyState icon="shield-check" title={t.emptyTitle} body={t.emptyBody} />
              ) : (
                <EmptyState icon="history" title={t.noneClosed} />
              )
            }
          </QueryView>
        </Card>
      </div>
    </StaffPage>
  );
}

function titleOf({ kind, address, account }: Alert): string {
  if (kind === 'PASSWORD_SPRAYING') return t.spraying(address ?? '');
  if (kind === 'PASSWORD_CLOSED') return t.passwordClosed(account?.name ?? '');
  if (kind === 'NOT_ME') return t.notMe(account?.name ?? '');
  return t.other(kind);
}

function noteOf({ kind, numbers }: Alert): string | null {
  if (kind === 'PASSWORD_CLOSED') return t.passwordClosedNote;
  if (kind === 'NOT_ME') return t.notMeNote;
  const { accounts } = numbers;
  return kind === 'PASSWORD_SPRAYING' && accounts !== undefined ? t.sprayingNote(accounts) : null;
}

function hrefOf({ account, address }: Alert): string {
  const search = account ? { account: account.id, name: account.name } : address ? { address } : {};
  const text = Object.entries(search).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `/settings/activity?${text.join('&')}`;
}

function AlertRow({ alert }: { alert: Alert }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const close = useMutation(
    trpc.securityAlerts.close.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.securityAlerts.pathFilter());
        toast.show({ title: t.closeNote });
      },
    }),
  );
  const isOpen = alert.closedAt === null;
  const note = noteOf(alert);
  return (
    <li className="flex items-start gap-3 px-3.5 py-3 max-sm:flex-wrap">
      <span className={isOpen ? 'mt-0.5 text-negative-text' : 'mt-0.5 text-icon'}>
        <Icon name={isOpen ? 'alert' : 'check-circle'} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium [overflow-wrap:anywhere]">{titleOf(alert)}</p>
        <p className="text-xs text-text-3">
          {[strings.settings.activity.audiences[alert.audience], note].filter(Boolean).join(' · ')}
          {' · '}
          {t.lastSeen} <RelativeTime at={alert.lastSeenAt} />
          {isOpen ? null : ` · ${alert.closedBy ? t.closedBy(alert.closedBy.name) : t.resolved}`}
        </p>
        {close.error ? (
          <p className="ui-field-error mt-1" role="alert">
            {errorDataOf(close.error)?.userMessage ?? strings.common.unreachable}
          </p>
        ) : null}
      </div>
      <div className="flex gap-2">
        <Button size="sm" href={hrefOf(alert)}>
          {t.show}
        </Button>
        {isOpen ? (
          <Button
            size="sm"
            busy={close.isPending}
            busyLabel={t.closing}
            onClick={() => close.mutate({ alertId: alert.id })}
          >
            {t.close}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
