import { Button, TextLink } from '@sallyport/ui';
import type { Outputs } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import type { AccountPage } from './account-facts.ts';

const t = strings.accounts.remove;
const SHOWN_AT_MOST = 6;

export type Removal = Outputs['users']['previewUserRemoval'];

/** U4: what stands in the way of deleting, per kind, and where to go. */
export function RemovalObstacles({ account, removal }: { account: AccountPage; removal: Removal }) {
  const { owned, ownsUnseen, traces } = removal;
  if (removal.canDelete || account.status === 'ANONYMISED') return null;
  return (
    <div className="border-t border-border-soft px-3.5 py-3">
      <p className="text-xs text-text-3">{t.blockedBody}</p>
      <dl className="mt-2 grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1.5">
        {owned.length > 0 ? (
          <div className="contents">
            <dt className="min-w-0">
              {t.owns(owned.length)}
              <span className="text-text-3">: </span>
              {owned.slice(0, SHOWN_AT_MOST).map(({ id, name }, at) => (
                <span key={id}>
                  {at > 0 ? ', ' : ''}
                  <TextLink href={`/projects/${id}`}>{name}</TextLink>
                </span>
              ))}
              {owned.length > SHOWN_AT_MOST ? ` +${owned.length - SHOWN_AT_MOST}` : ''}
            </dt>
            <dd>
              <Button size="sm" href={`/users/${account.id}/offboard`}>
                {t.ownsGo}
              </Button>
            </dd>
          </div>
        ) : null}
        {ownsUnseen ? (
          <div className="contents">
            <dt>{t.unseen}</dt>
            <dd className="text-right text-text-3">{t.some}</dd>
          </div>
        ) : null}
        {traces.map(({ kind, count }) => (
          <div key={kind} className="contents">
            <dt>{t.traces[kind]}</dt>
            <dd className="text-right text-text-2 tabular-nums">{count?.toLocaleString('en') ?? t.some}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
