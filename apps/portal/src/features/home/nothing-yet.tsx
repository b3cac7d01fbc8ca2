import { Card, EmptyState, Icon, type IconName, PortalTitle } from '@sallyport/ui';
import { PermissionLines } from '../../components/permission-lines.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.home;
const STEP_ICONS: readonly IconName[] = ['target', 'report', 'retest'];

/** Nothing is shared yet: says what will appear here, when, and from whom. */
export function NothingYet() {
  const { user, firmName, companyName, permissions } = useCurrentCustomer();
  return (
    <>
      <PortalTitle title={t.greeting(user.displayName)} subtitle={t.subtitle(companyName, firmName)} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <Card label={t.emptyTitle(firmName)}>
          <div className="grid h-full place-content-center py-6">
            <EmptyState icon="report" title={t.emptyTitle(firmName)} body={t.emptyBody(companyName)} />
          </div>
        </Card>
        <Card title={t.nextTitle} padded>
          <ol className="flex flex-col gap-4">
            {t.next.map(([title, body], index) => (
              <li key={title} className="flex items-start gap-3">
                <span className="mt-0.5 grid size-8 shrink-0 place-content-center rounded-md border border-accent-border bg-accent-bg text-accent-text">
                  <Icon name={STEP_ICONS[index] ?? 'report'} />
                </span>
                <span>
                  <b className="font-medium">{title}</b>
                  <span className="block text-xs text-text-2">{body}</span>
                </span>
              </li>
            ))}
          </ol>
        </Card>
        <div className="lg:col-span-2">
          <Card title={t.accessTitle} padded>
            <p className="mb-4 text-text-2">{permissions.length > 0 ? t.accessBody : t.accessNone}</p>
            <PermissionLines permissions={permissions} />
          </Card>
        </div>
      </div>
    </>
  );
}
