import { Button, Dialog } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Outputs } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { type CompanyDetail, companyChanged } from './companies.queries.ts';
import { CustomerLink } from './customer-link.tsx';
import { InviteCustomerForm } from './invite-customer-form.tsx';

const t = strings.companies.invite;

interface Ready {
  name: string;
  link: Outputs['customers']['inviteCustomer'];
}

/** Invites a customer of one company; the answer is a link that is shown once. */
export function InviteCustomerDialog({ company, onClose }: { company: CompanyDetail; onClose: () => void }) {
  const formId = useId();
  const queryClient = useQueryClient();
  const [ready, setReady] = useState<Ready | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (ready)
    return (
      <Dialog
        open
        closable={false}
        size="lg"
        onOpenChange={() => undefined}
        title={t.ready(ready.name)}
        footer={
          <>
            <Button size="lg" icon="user-plus" onClick={() => setReady(null)}>
              {t.another}
            </Button>
            <Button size="lg" variant="primary" onClick={onClose}>
              {t.done}
            </Button>
          </>
        }
      >
        <CustomerLink link={ready.link.link} endsAt={ready.link.endsAt} />
      </Dialog>
    );
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(isOpen) => (isOpen || isBusy ? undefined : onClose())}
      title={t.title(company.name)}
      description={t.body}
      footer={
        <>
          <Button size="lg" disabled={isBusy} onClick={onClose}>
            {strings.common.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            form={formId}
            variant="primary"
            icon="send"
            busy={isBusy}
            busyLabel={t.busy}
          >
            {t.submit}
          </Button>
        </>
      }
    >
      <InviteCustomerForm
        formId={formId}
        companyId={company.id}
        onBusy={setBusy}
        onInvited={async (name, link) => {
          setReady({ name, link });
          await companyChanged(queryClient);
        }}
      />
    </Dialog>
  );
}
