import { Button, Card, Switch } from '@sallyport/ui';
import { useId, useState } from 'react';
import { strings } from '../../strings/strings.ts';
import type { Switches } from './account-calls.ts';
import { type AccountPage, controlOf } from './account-facts.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const t = strings.accounts.switches;
const STAFF: readonly (keyof Switches)[] = ['mayUseTokens', 'isPasskeyOnly', 'mayDownload', 'mayComment'];
const CUSTOMERS: readonly (keyof Switches)[] = ['isPasskeyOnly', 'mayDownload', 'mayComment'];

/** A8: what the account may not do although its groups give it; saved together, with a reason. */
export function SwitchesCard({ account }: { account: AccountPage }) {
  const { security } = account.controls;
  const saved: Switches = {
    mayUseTokens: security.mayUseTokens,
    isPasskeyOnly: security.isPasskeyOnly,
    mayDownload: security.mayDownload,
    mayComment: security.mayComment,
  };
  const [chosen, setChosen] = useState<Partial<Switches>>({});
  const [isAsking, setAsking] = useState(false);
  const values = { ...saved, ...chosen };
  const names = account.kind === 'user' ? STAFF : CUSTOMERS;
  const changes = names.filter((name) => values[name] !== saved[name]).length;
  const control = controlOf(account.controls, 'setSwitches');
  const passkeys = controlOf(account.controls, 'setPasskeyOnly');
  const isOpen = (name: keyof Switches) => (name === 'isPasskeyOnly' ? passkeys : control)?.isOpen ?? false;
  return (
    <Card
      title={t.title}
      actions={
        changes > 0 ? (
          <Button size="sm" variant="primary" onClick={() => setAsking(true)}>
            {t.save(changes)}
          </Button>
        ) : undefined
      }
    >
      <ul>
        {names.map((name) => (
          <SwitchRow
            key={name}
            name={name}
            isOn={values[name]}
            isOpen={isOpen(name)}
            onChange={(isOn) => setChosen({ ...chosen, [name]: isOn })}
          />
        ))}
      </ul>
      <p className="border-t border-border-soft px-3.5 py-2.5 text-xs text-text-3">
        {control?.why ?? t.note}
      </p>
      {isAsking ? (
        <ReasonDialog
          title={t.title2}
          confirmLabel={t.save(changes)}
          busyLabel={t.busy}
          done={t.done}
          run={(reason) => account.calls.setSwitches({ ...values, reason })}
          onClose={() => setAsking(false)}
          onDone={async () => {
            setChosen({});
            await account.onChanged();
          }}
        />
      ) : null}
    </Card>
  );
}

function SwitchRow({
  name,
  isOn,
  isOpen,
  onChange,
}: {
  name: keyof Switches;
  isOn: boolean;
  isOpen: boolean;
  onChange: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <li className="flex items-center gap-3 border-t border-border-soft px-3.5 py-2.5 first:border-t-0">
      <div className="min-w-0 flex-1">
        <p id={id} className="font-medium">
          {t[name]}
        </p>
        <p className="text-xs text-text-3">{t[`${name}Note`]}</p>
      </div>
      <Switch checked={isOn} labelledBy={id} disabled={!isOpen} onChange={onChange} />
    </li>
  );
}
