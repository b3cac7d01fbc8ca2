import { Card, DateText, KeyValueList, RelativeTime } from '@sallyport/ui';
import { useCurrentUser } from '../../lib/current-user.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.profile;

/** When the present session ends, and whether identity counts as confirmed. */
export function SessionCard({ lastSignInAt, createdAt }: { lastSignInAt: string | null; createdAt: string }) {
  const { idleEndsAt, absoluteEndsAt, confirmedUntil } = useCurrentUser().session;
  const isConfirmed = confirmedUntil !== null && Date.parse(confirmedUntil) > Date.now();
  return (
    <Card title={t.session} padded>
      <KeyValueList
        wide
        items={[
          { key: 'signIn', label: t.lastSignIn, value: <RelativeTime at={lastSignInAt} /> },
          { key: 'idle', label: t.idleEnds, value: <RelativeTime at={idleEndsAt} /> },
          { key: 'absolute', label: t.absoluteEnds, value: <RelativeTime at={absoluteEndsAt} /> },
          {
            key: 'confirmed',
            label: t.confirmed,
            value: isConfirmed ? <RelativeTime at={confirmedUntil} /> : t.notConfirmed,
          },
          { key: 'since', label: t.memberSince, value: <DateText at={createdAt} /> },
        ]}
      />
    </Card>
  );
}
