import type { CompanyRef } from '@sallyport/contracts/staff';
import { Field } from '@sallyport/ui';
import { useState } from 'react';
import type { AccountPage } from '../../components/accounts/account-facts.ts';
import { ReasonDialog } from '../../components/accounts/reason-dialog.tsx';
import { CompanyPicker } from '../../components/company-picker.tsx';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.accounts.move;

/** U7: another client company, with identity confirmed; sessions end. */
export function MoveCustomerDialog({
  account,
  onClose,
  onMoved,
}: {
  account: AccountPage;
  onClose: () => void;
  onMoved: (companyId: string) => void;
}) {
  const [company, setCompany] = useState<CompanyRef | null>(null);
  return (
    <ReasonDialog
      lock
      title={t.title(account.name)}
      body={t.note}
      confirmLabel={t.submit}
      busyLabel={strings.common.saving}
      done={t.done(account.name)}
      run={(reason) =>
        client.customers.moveCustomer.mutate({ customerId: account.id, companyId: company?.id ?? '', reason })
      }
      onClose={onClose}
      onDone={async () => {
        await account.onChanged();
        if (company) onMoved(company.id);
      }}
    >
      <Field label={t.field}>
        {(ids) => <CompanyPicker {...ids} value={company?.id ?? null} onChange={setCompany} />}
      </Field>
    </ReasonDialog>
  );
}
