import { UpdateCustomerInput } from '@sallyport/contracts/staff';
import { TextField, useForm } from '@sallyport/forms';
import { Button, Dialog, FormError, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import type { CustomerDetail } from './customer-frame.tsx';

const t = strings.users.detail;

/** Name and title of a customer. */
export function EditCustomerDialog({ customer, onClose }: { customer: CustomerDetail; onClose: () => void }) {
  const formId = useId();
  const toast = useToast();
  const queryClient = useQueryClient();
  const form = useForm({
    schema: UpdateCustomerInput,
    initial: { displayName: customer.displayName, title: customer.title },
    toInput: (values) => ({ ...values, version: customer.version }),
    draftKey: `customer.${customer.id}.${customer.version}`,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      await client.customers.updateCustomer.mutate({ customerId: customer.id, ...input });
      await queryClient.invalidateQueries({ queryKey: trpc.customers.pathKey() });
      toast.show({ title: t.saved });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.editProfile}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {strings.common.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            form={formId}
            variant="primary"
            busy={form.isBusy}
            busyLabel={strings.common.saving}
          >
            {strings.common.save}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        {form.failure ? <FormError title={form.failure} /> : null}
        <TextField form={form} name="displayName" label={t.displayName} autoComplete="off" />
        <TextField form={form} name="title" label={t.titleField} optional autoComplete="off" />
      </form>
    </Dialog>
  );
}
