import type { OwnFactors } from '@sallyport/contracts/common';
import { Button, Card, ConfirmDialog, Dialog, useToast } from '@sallyport/ui';
import { useState } from 'react';
import type { Enrolled } from '../enrolment/enrolment-calls.ts';
import { RecoveryCodeList } from '../enrolment/recovery-code-list.tsx';
import { type TotpSeed, TotpSetup } from '../enrolment/totp-setup.tsx';
import { Joined, moment } from './joined.tsx';
import { OwnRow } from './own-row.tsx';
import type { FactorCalls } from './security-calls.ts';
import type { FactorPageWords } from './security-words.ts';
import { useAct } from './use-act.ts';

/** Few enough to make new ones soon. */
const FEW = 3;

export interface FactorProps {
  words: FactorPageWords;
  factors: OwnFactors;
  calls: FactorCalls;
  /** Something changed; what is shown is asked for anew. */
  onChanged: () => void;
  /** Recovery codes came, for this once. */
  onCodes: (codes: readonly string[]) => void;
}

/** True for the only second factor of somebody who needs one. */
export function isLastNeeded({ isRequired, totp, passkeys }: OwnFactors): boolean {
  return isRequired && (totp ? 1 : 0) + passkeys.length <= 1;
}

/** The authenticator app and the recovery codes. */
export function FactorsCard({ words, factors, calls, onChanged, onCodes }: FactorProps) {
  const toast = useToast();
  const act = useAct(words);
  const [seed, setSeed] = useState<TotpSeed | null>(null);
  const [asking, setAsking] = useState<'remove' | 'renew' | null>(null);
  const { totp, recoveryCodesLeft } = factors;
  const enrolled = ({ recoveryCodes }: Enrolled) => {
    setSeed(null);
    onChanged();
    if (recoveryCodes) onCodes(recoveryCodes);
    else toast.show({ title: words.totpDone });
  };
  const remove = () =>
    act.run('remove', async () => {
      await calls.removeTotp();
      setAsking(null);
      onChanged();
      toast.show({ title: words.totpRemoved });
    });
  const renew = () =>
    act.run('renew', async () => {
      const { recoveryCodes } = await calls.renewRecoveryCodes();
      setAsking(null);
      onChanged();
      onCodes(recoveryCodes);
    });
  return (
    <Card title={words.factors}>
      <OwnRow
        icon="device"
        title={words.totp}
        note={
          totp ? (
            <Joined
              parts={[
                moment(words.since, totp.since),
                totp.lastUsedAt ? moment(words.lastUsed, totp.lastUsedAt) : [words.notUsed],
                ...(isLastNeeded(factors) ? [[words.required]] : []),
              ]}
            />
          ) : (
            words.totpNone
          )
        }
        actions={
          <>
            <Button
              size="sm"
              lock
              busy={act.busy === 'start'}
              onClick={() => void act.run('start', async () => setSeed(await calls.startTotp()))}
            >
              {totp ? words.replace : words.setUp}
            </Button>
            {totp && !isLastNeeded(factors) ? (
              <Button size="sm" variant="danger" lock onClick={() => setAsking('remove')}>
                {words.remove}
              </Button>
            ) : null}
          </>
        }
      />
      {recoveryCodesLeft === null && !totp && factors.passkeys.length === 0 ? null : (
        <OwnRow
          icon="key"
          title={words.codes}
          note={
            <Joined
              parts={[
                [recoveryCodesLeft === null ? words.codesNone : words.codesLeft(recoveryCodesLeft)],
                ...(recoveryCodesLeft !== null && recoveryCodesLeft <= FEW ? [[words.codesFew]] : []),
              ]}
            />
          }
          actions={
            <Button size="sm" lock onClick={() => setAsking('renew')}>
              {words.renew}
            </Button>
          }
        />
      )}
      <Dialog
        open={seed !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setSeed(null))}
        title={totp ? words.replaceTitle : words.setUpTitle}
        description={totp ? words.replaceNote : undefined}
      >
        {seed ? (
          <TotpSetup
            words={words.setup}
            size="md"
            seed={seed}
            confirm={calls.confirmTotp}
            onEnrolled={enrolled}
          />
        ) : null}
      </Dialog>
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setAsking(null))}
        title={asking === 'remove' ? words.removeTotpTitle : words.renewTitle}
        body={asking === 'remove' ? words.removeTotpBody : words.renewBody}
        confirmLabel={asking === 'remove' ? words.remove : words.renew}
        busyLabel={asking === 'remove' ? words.removing : words.renewing}
        danger={asking === 'remove'}
        lock
        busy={act.busy !== null}
        onConfirm={() => void (asking === 'remove' ? remove() : renew())}
      />
    </Card>
  );
}

/** New recovery codes over the page, until they are kept. */
export function NewCodesDialog({
  words,
  codes,
  account,
  onKept,
}: {
  words: FactorPageWords;
  codes: readonly string[] | null;
  account: string;
  onKept: () => void;
}) {
  return (
    <Dialog open={codes !== null} onOpenChange={() => undefined} closable={false} title={words.newCodesTitle}>
      {codes ? (
        <RecoveryCodeList words={words.recovery} codes={codes} account={account} size="md" onKept={onKept} />
      ) : null}
    </Dialog>
  );
}
