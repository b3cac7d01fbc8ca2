import { ConfirmIdentityForm as Form } from '@sallyport/forms';
import { useQueryClient } from '@tanstack/react-query';
import type { CurrentCustomer } from '../../lib/current-customer.ts';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const { cancel, unreachable } = strings.common;

/** Asks for the password once more; the session then counts as confirmed. */
export function ConfirmIdentityForm({ settle }: { settle: (isConfirmed: boolean) => void }) {
  const queryClient = useQueryClient();
  return (
    <Form
      words={{ ...strings.auth.confirm, cancel, unreachable }}
      settle={settle}
      onConfirm={async (input) => {
        const session = await client.auth.confirmIdentity.mutate(input);
        queryClient.setQueryData<CurrentCustomer>(trpc.auth.getCurrent.queryKey(), (current) =>
          current ? { ...current, session } : current,
        );
      }}
    />
  );
}
