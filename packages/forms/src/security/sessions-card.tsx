import { Button, Card, ConfirmDialog, Tag, useToast } from '@sallyport/ui';
import { useState } from 'react';
import { deviceName, isHandheld } from './device-name.ts';
import { Joined, moment } from './joined.tsx';
import { OwnRow } from './own-row.tsx';
import type { SessionCalls } from './security-calls.ts';
import type { SessionListWords } from './security-words.ts';
import { useAct } from './use-act.ts';

interface OwnSession {
  id: string;
  isCurrent: boolean;
  createdAt: string;
  lastUsedAt: string;
  address: string | null;
  userAgent: string | null;
}

/** Where one is signed in: the device in words, from where, since when; end one, or all others. */
export function SessionsCard({
  words,
  sessions,
  calls,
  onChanged,
}: {
  words: SessionListWords;
  sessions: readonly OwnSession[];
  calls: SessionCalls;
  onChanged: () => void;
}) {
  const toast = useToast();
  const act = useAct(words);
  const [isAsking, setAsking] = useState(false);
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  const ordered = [...sessions.filter(({ isCurrent }) => isCurrent), ...others];
  const end = (sessionId: string) =>
    act.run(sessionId, async () => {
      await calls.end({ sessionId });
      onChanged();
      toast.show({ title: words.ended });
    });
  const endOthers = () =>
    act.run('others', async () => {
      await calls.endOthers();
      setAsking(false);
      onChanged();
      toast.show({ title: words.othersEnded });
    });
  return (
    <Card
      title={words.title}
      count={sessions.length}
      actions={
        others.length > 0 ? (
          <Button size="sm" variant="danger" onClick={() => setAsking(true)}>
            {words.endOthers}
          </Button>
        ) : undefined
      }
    >
      <ul>
        {ordered.map((session) => {
          const device = deviceName(session.userAgent, words.device);
          return (
            <li key={session.id}>
              <OwnRow
                icon={isHandheld(session.userAgent) ? 'device' : 'monitor'}
                title={
                  <>
                    {device}
                    {session.isCurrent ? <Tag tone="accent">{words.thisDevice}</Tag> : null}
                  </>
                }
                note={
                  <Joined
                    parts={[
                      ...(session.address ? [[words.from(session.address)]] : []),
                      moment(words.signedIn, session.createdAt),
                      ...(session.isCurrent ? [] : [moment(words.lastUsed, session.lastUsedAt)]),
                    ]}
                  />
                }
                actions={
                  session.isCurrent ? undefined : (
                    <Button
                      size="sm"
                      aria-label={words.endOf(device)}
                      busy={act.busy === session.id}
                      onClick={() => void end(session.id)}
                    >
                      {words.end}
                    </Button>
                  )
                }
              />
            </li>
          );
        })}
      </ul>
      {others.length === 0 ? <p className="px-3.5 pb-3 text-xs text-text-3">{words.alone}</p> : null}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={words.endOthersTitle}
        body={words.endOthersBody}
        confirmLabel={words.endOthers}
        busyLabel={words.endingOthers}
        danger
        busy={act.busy !== null}
        onConfirm={() => void endOthers()}
      />
    </Card>
  );
}
