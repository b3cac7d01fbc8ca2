import { CopyField } from '@sallyport/ui';
import { CodeField } from '../sign-in/code-field.tsx';
import { QrCode } from './qr-code.tsx';

export interface TotpSetupWords {
  scan: string;
  qrLabel: string;
  secret: string;
  secretHelp: string;
  code: string;
  codeHelp: string;
  confirm: string;
  confirming: string;
  unreachable: string;
}

/** What an authenticator app is given, shown this once. */
export interface TotpSeed {
  secret: string;
  uri: string;
}

/** A new authenticator: the picture to scan, the same as text, and a first code as proof that it took. */
export function TotpSetup<Enrolled>({
  words,
  size,
  seed,
  confirm,
  onEnrolled,
}: {
  words: TotpSetupWords;
  size: 'md' | 'xl';
  seed: TotpSeed;
  confirm: (input: { code: string }) => Promise<Enrolled>;
  onEnrolled: (enrolled: Enrolled) => void;
}) {
  return (
    <div className="flex flex-col gap-4.5">
      <div className="flex flex-wrap items-center gap-4">
        <QrCode text={seed.uri} label={words.qrLabel} />
        <p className="min-w-40 flex-1 text-text-2">{words.scan}</p>
      </div>
      <CopyField label={words.secret} value={spaced(seed.secret)} help={words.secretHelp} size={size} />
      <CodeField
        size={size}
        words={{
          label: words.code,
          help: words.codeHelp,
          submit: words.confirm,
          busy: words.confirming,
          unreachable: words.unreachable,
        }}
        onCode={async (code) => onEnrolled(await confirm({ code }))}
      />
    </div>
  );
}

/** In groups of four, so that it can be typed. */
function spaced(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
