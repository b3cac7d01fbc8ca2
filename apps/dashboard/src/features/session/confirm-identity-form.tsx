import { canUsePasskeys, ConfirmIdentityForm as Form, touchPasskey } from '@sallyport/forms';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CurrentUser } from '../../lib/abilities.ts';
import { currentUserOptions } from '../../lib/current-user.ts';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const { cancel, unreachable } = strings.common;

/** Asks for the password once more, or for a touch where there is a passkey; the session then counts as confirmed. */
export function ConfirmIdentityForm({ settle }: { settle: (isConfirmed: boolean) => void }) {
  const queryClient = useQueryClient();
  const factors = useQuery(trpc.factors.get.queryOptions({}));
  const hasPasskey = canUsePasskeys() && (factors.data?.passkeys.length ?? 0) > 0;
  const keep = (session: CurrentUser['session']) =>
    queryClient.setQueryData<CurrentUser>(currentUserOptions.queryKey, (current) =>
      current ? { ...current, session } : current,
    );
  const touch = async () => {
    const response = await touchPasskey(await client.auth.startPasskeyConfirmation.mutate({}));
    keep(await client.auth.confirmWithPasskey.mutate({ response }));
  };
  return (
    <Form
      words={{
        ...strings.auth.confirm,
        passkeyProblem: strings.security.passkeyProblem,
        cancel,
        unreachable,
      }}
      settle={settle}
      onConfirm={async (input) => keep(await client.auth.confirmIdentity.mutate(input))}
      onPasskey={hasPasskey ? touch : undefined}
    />
  );
}
