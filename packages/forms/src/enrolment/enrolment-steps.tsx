import { Button, Icon, type IconName, Notice } from '@sallyport/ui';
import { useState } from 'react';
import { errorDataOf } from '../api-error.ts';
import {
  canUsePasskeys,
  makePasskey,
  type PasskeyProblemWords,
  passkeyProblemOf,
} from '../passkeys/passkey.ts';
import { type DeviceWords, deviceName } from '../security/device-name.ts';
import type { Enrolled, EnrolmentCalls } from './enrolment-calls.ts';
import { RecoveryCodeList, type RecoveryCodeWords } from './recovery-code-list.tsx';
import { type TotpSeed, TotpSetup, type TotpSetupWords } from './totp-setup.tsx';

interface EnrolmentWords {
  totp: string;
  totpBody: string;
  passkey: string;
  passkeyBody: string;
  passkeyBusy: string;
  back: string;
  device: DeviceWords;
  setup: TotpSetupWords;
  codes: RecoveryCodeWords;
  passkeyProblem: PasskeyProblemWords;
  unreachable: string;
}

/** Where an enrolment stands; the page around it says so in its heading. */
export type EnrolmentStep =
  | { at: 'choose' }
  | { at: 'totp'; seed: TotpSeed }
  | { at: 'codes'; codes: readonly string[] };

/** Sets up a second factor where one is demanded: which kind, the kind itself, then the recovery codes. */
export function EnrolmentSteps({
  words,
  calls,
  account,
  step,
  onStep,
  onDone,
}: {
  words: EnrolmentWords;
  calls: EnrolmentCalls;
  account: string;
  step: EnrolmentStep;
  onStep: (step: EnrolmentStep) => void;
  onDone: () => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<'totp' | 'passkey' | null>(null);
  const enrolled = ({ recoveryCodes }: Enrolled) =>
    recoveryCodes ? onStep({ at: 'codes', codes: recoveryCodes }) : onDone();
  const run = async (kind: 'totp' | 'passkey', act: () => Promise<void>) => {
    if (busy) return;
    setBusy(kind);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(
        passkeyProblemOf(error, words.passkeyProblem) ?? errorDataOf(error)?.userMessage ?? words.unreachable,
      );
    } finally {
      setBusy(null);
    }
  };
  if (step.at === 'codes')
    return (
      <RecoveryCodeList words={words.codes} codes={step.codes} account={account} size="xl" onKept={onDone} />
    );
  if (step.at === 'totp')
    return (
      <div className="flex flex-col gap-4.5">
        <TotpSetup
          words={words.setup}
          size="xl"
          seed={step.seed}
          confirm={calls.confirmTotp}
          onEnrolled={enrolled}
        />
        <Button
          variant="ghost"
          icon="arrow-left"
          className="-ml-2.5 self-start"
          onClick={() => onStep({ at: 'choose' })}
        >
          {words.back}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-col gap-3">
      <Choice
        icon="device"
        title={words.totp}
        body={words.totpBody}
        isBusy={busy === 'totp'}
        onChoose={() => void run('totp', async () => onStep({ at: 'totp', seed: await calls.startTotp() }))}
      />
      {canUsePasskeys() ? (
        <Choice
          icon="fingerprint"
          title={busy === 'passkey' ? words.passkeyBusy : words.passkey}
          body={words.passkeyBody}
          isBusy={busy === 'passkey'}
          onChoose={() =>
            void run('passkey', async () => {
              const response = await makePasskey(await calls.startPasskey());
              const name = deviceName(navigator.userAgent, words.device);
              enrolled(await calls.finishPasskey({ name, response }));
            })
          }
        />
      ) : null}
      {problem ? (
        <Notice live tone="negative">
          {problem}
        </Notice>
      ) : null}
    </div>
  );
}

function Choice({
  icon,
  title,
  body,
  isBusy,
  onChoose,
}: {
  icon: IconName;
  title: string;
  body: string;
  isBusy: boolean;
  onChoose: () => void;
}) {
  return (
    <button
      type="button"
      className="ui-choice"
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={onChoose}
    >
      <Icon name={icon} size={20} />
      <span className="ui-choice-text">
        <b>{title}</b>
        <small>{body}</small>
      </span>
      {isBusy ? <span className="ui-spinner" aria-hidden="true" /> : <Icon name="chevron-right" />}
    </button>
  );
}
