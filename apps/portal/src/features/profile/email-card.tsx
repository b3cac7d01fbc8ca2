import { ChangeEmailDialog } from '@sallyport/forms';
import { Button, Card } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.links.changeEmail;
const WORDS = { ...t, cancel: strings.common.cancel, unreachable: strings.common.unreachable };

/** One's address and the way to change it (U6). */
export function EmailCard({ email }: { email: string }) {
  const door = useQuery(trpc.door.getDoor.queryOptions()).data;
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={t.card} padded>
      <div className="flex flex-col items-start gap-3">
        <p className="break-words">{email}</p>
        <Button lock onClick={() => setOpen(true)}>
          {t.title}
        </Button>
      </div>
      {isOpen ? (
        <ChangeEmailDialog
          words={WORDS}
          sendsMail={door?.sendsMail ?? true}
          request={(input) => client.emailChange.request.mutate(input)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Card>
  );
}
