import { Button } from '@sallyport/ui';
import { useEffect, useState } from 'react';
import { strings } from '../strings/strings.ts';

const FEEDBACK_MS = 2_000;
const SHOWN = 8;

/** The SHA-256 of a file, shortened; pressing it copies the whole. */
export function Checksum({ sha256, of }: { sha256: string; of: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'whole'>('ready');
  useEffect(() => {
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('ready'), FEEDBACK_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const t = strings.reports;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sha256);
      setState('copied');
    } catch {
      setState('whole'); // without the clipboard the whole of it stands there to be marked
    }
  };
  if (state === 'whole') return <code className="ui-code break-all select-all">{sha256}</code>;
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        icon={state === 'copied' ? 'check' : 'copy'}
        title={t.checksumTitle(sha256)}
        onClick={() => void copy()}
      >
        <span className="sr-only">{t.copyChecksum(of)} </span>
        <span className="text-xs font-normal">{t.checksum}</span>
        <code className="ui-code">{sha256.slice(0, SHOWN)}…</code>
      </Button>
      <span className="sr-only" aria-live="polite">
        {state === 'copied' ? t.checksumCopied : ''}
      </span>
    </>
  );
}
