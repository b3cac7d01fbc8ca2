import { Button, Card, Icon, Notice } from '@sallyport/ui';
import type { Outputs } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.offboarding;

/** What was done, in words. */
export function OffboardDone({ userId, done }: { userId: string; done: Outputs['offboarding']['carryOut'] }) {
  const lines = [
    t.effectHand(done.handedOver.length),
    ...(done.leftAsIs > 0 ? [t.effectLeft(done.leftAsIs)] : []),
    t.effectGroups(done.groupsLeft),
    t.effectTokens(done.tokensRevoked),
    ...(done.linksEnded > 0 ? [t.links(done.linksEnded)] : []),
    done.status === 'INACTIVE' ? t.effectOut : t.effectStays,
  ];
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="positive" live>
        <ul className="flex flex-col gap-1">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
      {done.handedOver.length > 0 ? (
        <Card title={t.handed} count={done.handedOver.length}>
          <ul>
            {done.handedOver.map(({ id, name, to }) => (
              <li
                key={id}
                className="flex items-center gap-2 border-t border-border-soft px-3.5 py-2 first:border-t-0"
              >
                <Icon name="target" size={14} className="shrink-0 text-icon" />
                <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                <span className="shrink-0 text-text-2">{t.to(to.displayName)}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <div className="flex gap-2">
        <Button variant="primary" href="/users">
          {t.backToList}
        </Button>
        <Button href={`/users/${userId}`}>{t.backToUser}</Button>
      </div>
    </div>
  );
}
