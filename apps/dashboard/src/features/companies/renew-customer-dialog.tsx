import { errorDataOf } from '@sallyport/forms';
import { Button, ConfirmDialog, Dialog } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { type CustomerRow, companyChanged } from './companies.queries.ts';
import { CustomerLink } from './customer-link.tsx';

const t = strings.companies;

/** Replaces the link of an open invitation and shows the new one, once. */
export function RenewCustomerDialog({ customer, onClose }: { customer: CustomerRow; onClose: () => void }) {
  const queryClient = useQueryClient();
  const renewal = useMutation(
    trpc.customers.renewCustomerInvitation.mutationOptions({ onSuccess: () => companyChanged(queryClient) }),
  );
  if (renewal.data)
    return (
      <Dialog
        open
        closable={false}
        size="lg"
        onOpenChange={() => undefined}
        title={t.invite.ready(customer.displayName)}
        footer={
          <Button size="lg" variant="primary" onClick={onClose}>
            {t.invite.done}
          </Button>
        }
      >
        <CustomerLink link={renewal.data.link} endsAt={renewal.data.endsAt} />
      </Dialog>
    );
  const problem = errorDataOf(renewal.error);
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.customers.renewTitle(customer.displayName)}
      body={t.customers.renewBody}
      confirmLabel={t.customers.renewAction}
      busy={renewal.isPending}
      busyLabel={t.customers.renewing}
      error={
        renewal.error && problem?.code !== 'CONFIRM_IDENTITY'
          ? (problem?.userMessage ?? strings.common.unreachable)
          : undefined
      }
      onConfirm={() => renewal.mutate({ customerId: customer.id })}
    />
  );
}
