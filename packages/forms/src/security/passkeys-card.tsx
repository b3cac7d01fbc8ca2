import type { PasskeyRow } from '@sallyport/contracts/common';
import { FACTOR_LIMITS } from '@sallyport/contracts/common';
import { Button, Card, ConfirmDialog, EmptyState, IconButton, Tag, useToast } from '@sallyport/ui';
import { useState } from 'react';
import { canUsePasskeys, makePasskey } from '../passkeys/passkey.ts';
import { deviceName } from './device-name.ts';
import { type FactorProps, isLastNeeded } from './factors-card.tsx';
import { Joined, moment } from './joined.tsx';
import { OwnRow } from './own-row.tsx';
import { PasskeyNameDialog } from './passkey-name-dialog.tsx';
import { useAct } from './use-act.ts';

type Open = { kind: 'add' } | { kind: 'rename' | 'remove'; passkey: PasskeyRow };

/** The account's passkeys: add one with a name, rename, remove. */
export function PasskeysCard({ words, factors, calls, onChanged, onCodes }: FactorProps) {
  const toast = useToast();
  const act = useAct(words);
  const [open, setOpen] = useState<Open | null>(null);
  const { passkeys } = factors;
  const close = () => setOpen(null);
  const mayAdd = canUsePasskeys() && passkeys.length < FACTOR_LIMITS.passkeysAtMost;
  const addButton = (
    <Button size="sm" icon="plus" lock onClick={() => setOpen({ kind: 'add' })}>
      {words.addPasskey}
    </Button>
  );
  const add = async (name: string) => {
    const response = await makePasskey(await calls.startPasskey());
    const { recoveryCodes } = await calls.finishPasskey({ name, response });
    close();
    onChanged();
    if (recoveryCodes) onCodes(recoveryCodes);
    else toast.show({ title: words.passkeyDone });
  };
  const rename = async (passkeyId: string, name: string) => {
    await calls.renamePasskey({ passkeyId, name });
    close();
    onChanged();
  };
  const remove = (passkeyId: string) =>
    act.run('remove', async () => {
      await calls.removePasskey({ passkeyId });
      close();
      onChanged();
      toast.show({ title: words.passkeyRemoved });
    });
  return (
    <Card
      title={words.passkeys}
      count={passkeys.length || undefined}
      actions={passkeys.length > 0 && mayAdd ? addButton : undefined}
    >
      {passkeys.length === 0 ? (
        <EmptyState
          icon="fingerprint"
          title={words.passkeysNone}
          body={canUsePasskeys() ? words.passkeysNoneBody : words.passkeysUnsupported}
          actions={mayAdd ? addButton : undefined}
        />
      ) : (
        <ul>
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <OwnRow
                icon="fingerprint"
                title={
                  <>
                    {passkey.name}
                    {passkey.isSynced ? <Tag title={words.syncedNote}>{words.synced}</Tag> : null}
                  </>
                }
                note={
                  <Joined
                    parts={[
                      moment(words.since, passkey.createdAt),
                      passkey.lastUsedAt ? moment(words.lastUsed, passkey.lastUsedAt) : [words.notUsed],
                      ...(isLastNeeded(factors) ? [[words.required]] : []),
                    ]}
                  />
                }
                actions={
                  <>
                    <IconButton
                      size="sm"
                      icon="pencil"
                      label={words.renameOf(passkey.name)}
                      onClick={() => setOpen({ kind: 'rename', passkey })}
                    />
                    {isLastNeeded(factors) ? null : (
                      <IconButton
                        size="sm"
                        icon="trash"
                        label={words.removeOf(passkey.name)}
                        onClick={() => setOpen({ kind: 'remove', passkey })}
                      />
                    )}
                  </>
                }
              />
            </li>
          ))}
        </ul>
      )}
      {open?.kind === 'add' ? (
        <PasskeyNameDialog
          words={{
            ...words,
            title: words.addTitle,
            body: words.addBody,
            submit: words.addPasskey,
            busy: words.adding,
          }}
          name={deviceName(navigator.userAgent, words.device)}
          onName={add}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'rename' ? (
        <PasskeyNameDialog
          words={{ ...words, title: words.renameTitle, submit: words.save, busy: words.saving }}
          name={open.passkey.name}
          onName={(name) => rename(open.passkey.id, name)}
          onClose={close}
        />
      ) : null}
      <ConfirmDialog
        open={open?.kind === 'remove'}
        onOpenChange={(isOpen) => (isOpen ? undefined : close())}
        title={words.removePasskeyTitle(open?.kind === 'remove' ? open.passkey.name : '')}
        body={words.removePasskeyBody}
        confirmLabel={words.remove}
        busyLabel={words.removing}
        danger
        lock
        busy={act.busy !== null}
        onConfirm={() => void (open?.kind === 'remove' ? remove(open.passkey.id) : undefined)}
      />
    </Card>
  );
}
