import { DateInput, Field } from '@sallyport/ui';
import { useState } from 'react';
import { dayFromToday, dayOf, endOfDay } from '../../lib/days.ts';
import { strings } from '../../strings/strings.ts';
import type { AccountPage } from './account-facts.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const t = strings.accounts.expiry;

/** A7: when the account ends, or that it does not. */
export function ExpiryDialog({ account, onClose }: { account: AccountPage; onClose: () => void }) {
  const [day, setDay] = useState(dayOf(account.expiresAt));
  return (
    <ReasonDialog
      title={t.title(account.name)}
      confirmLabel={strings.common.save}
      busyLabel={strings.common.saving}
      done={t.done}
      run={(reason) => account.calls.setExpiry({ expiresAt: endOfDay(day), reason })}
      onClose={onClose}
      onDone={account.onChanged}
    >
      <Field label={t.field} help={t.help} optional>
        {(ids) => <DateInput {...ids} min={dayFromToday(0)} value={day} onChange={setDay} />}
      </Field>
    </ReasonDialog>
  );
}
