import { Button, Notice } from '@sallyport/ui';
import { useMutation } from '@tanstack/react-query';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.links.mailAgain;

/** U5: an ended link offers a new mail to the invited address; what comes of it is not said. */
export function MailInvitationAgain({ secret }: { secret: string }) {
  const again = useMutation({ mutationFn: () => client.invitations.mailAgain.mutate({ secret }) });
  if (again.isSuccess)
    return (
      <Notice tone="accent" icon="mail" title={t.doneTitle} live>
        {t.done}
      </Notice>
    );
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-text-2">{again.isError ? strings.common.unreachable : t.offer}</p>
      <Button
        variant="primary"
        size="xl"
        block
        busy={again.isPending}
        busyLabel={t.busy}
        onClick={() => again.mutate()}
      >
        {t.submit}
      </Button>
    </div>
  );
}
