import { Card, KeyValueList } from '@sallyport/ui';
import { type ReactNode, useState } from 'react';
import { strings } from '../../strings/strings.ts';
import { ExpiryText } from '../expiry-text.tsx';
import { type AccountPage, controlOf } from './account-facts.ts';
import { ActionRow } from './action-row.tsx';
import { EmailDialog } from './email-dialog.tsx';
import { ExpiryDialog } from './expiry-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { signingInFacts } from './signing-in-facts.tsx';
import { SwitchesCard } from './switches-card.tsx';

const t = strings.accounts;
type Asked = 'sendReset' | 'requirePasswordChange' | 'resetFactors' | 'changeEmail' | 'setExpiry';

/** How somebody signs in, what they are held to, and what can be changed there. */
export function SecurityTab({ account, adminRow }: { account: AccountPage; adminRow?: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { controls, name, calls, onChanged } = account;
  const close = () => setAsked(null);
  const row = (control: Asked) => ({
    control: controlOf(controls, control),
    onAction: () => setAsked(control),
  });
  const asking = { onClose: close, onDone: onChanged, lock: true };
  return (
    <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <Card label={t.signingIn.title}>
          <ul>
            <ActionRow
              {...row('sendReset')}
              icon="send"
              title={t.reset.row}
              note={t.reset.note}
              action={t.reset.action}
              blocked={controls.sendsMail ? null : t.reset.noMail}
            />
            <ActionRow
              {...row('requirePasswordChange')}
              icon="key"
              title={t.change.row}
              note={t.change.note}
              action={t.change.action}
            />
            <ActionRow
              {...row('resetFactors')}
              icon="fingerprint"
              title={t.factors.row}
              note={t.factors.note}
              action={t.factors.action}
              danger
            />
            <ActionRow
              {...row('changeEmail')}
              icon="at"
              title={t.email.row}
              note={t.email.note}
              action={t.email.action}
              blocked={controls.sendsMail || account.status === 'INVITED' ? null : t.reset.noMail}
            />
            <ActionRow
              {...row('setExpiry')}
              icon="hourglass"
              title={t.expiry.row}
              value={<ExpiryText at={account.expiresAt} fallback={t.expiry.none} />}
              note={t.expiry.help}
              action={t.expiry.action}
            />
            {adminRow}
          </ul>
        </Card>
        <SwitchesCard account={account} />
      </div>
      <Card title={t.signingIn.title} padded>
        <KeyValueList items={signingInFacts(account)} />
      </Card>
      {asked === 'sendReset' ? (
        <ReasonDialog
          {...asking}
          title={t.reset.title(name)}
          body={t.reset.note}
          confirmLabel={t.reset.action}
          busyLabel={t.reset.busy}
          done={t.reset.done}
          run={calls.sendReset}
        />
      ) : null}
      {asked === 'requirePasswordChange' ? (
        <ReasonDialog
          {...asking}
          title={t.change.title(name)}
          body={t.change.note}
          confirmLabel={t.change.action}
          busyLabel={t.change.busy}
          done={t.change.done}
          run={calls.requirePasswordChange}
        />
      ) : null}
      {asked === 'resetFactors' ? (
        <ReasonDialog
          {...asking}
          danger
          title={t.factors.title(name)}
          body={t.factors.note}
          confirmLabel={t.factors.action}
          busyLabel={t.factors.busy}
          done={t.factors.done}
          run={calls.resetFactors}
        />
      ) : null}
      {asked === 'changeEmail' ? <EmailDialog account={account} onClose={close} /> : null}
      {asked === 'setExpiry' ? <ExpiryDialog account={account} onClose={close} /> : null}
    </div>
  );
}
