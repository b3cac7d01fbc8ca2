import { Button } from '@sallyport/ui';
import { useEffect, useState } from 'react';
import { CodeField } from '../sign-in/code-field.tsx';
import { QrCode } from './qr-code.tsx';

export interface TotpSetupWords {
  scan: string;
  qrLabel: string;
  secret: string;
  copy: string;
  copied: string;
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
      <SecretKey words={words} secret={seed.secret} />
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

const FEEDBACK_MS = 2_000;

/** The key whole, for whoever has to type it. */
function SecretKey({ words, secret }: { words: TotpSetupWords; secret: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), FEEDBACK_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => undefined, // the key stands there to be selected
    );
  return (
    <div className="ui-field">
      <p className="ui-label">{words.secret}</p>
      <div className="flex items-center justify-between gap-3">
        <code className="min-w-0 select-all text-xs">{spaced(secret)}</code>
        <Button size="sm" icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
          {isCopied ? words.copied : words.copy}
        </Button>
        <span className="sr-only" aria-live="polite">
          {isCopied ? words.copied : ''}
        </span>
      </div>
    </div>
  );
}

/** In groups of four, so that it can be typed. */
function spaced(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
