import { Button, Checkbox } from '@sallyport/ui';
import { useEffect, useId, useState } from 'react';

const FEEDBACK_MS = 2_000;

export interface RecoveryCodeWords {
  body: string;
  listLabel: string;
  copy: string;
  copied: string;
  copyFailed: string;
  download: string;
  fileName: string;
  print: string;
  /** Heads the file and the sheet of paper. */
  sheetTitle: (account: string) => string;
  sheetNote: string;
  kept: string;
  done: string;
}

/** Recovery codes, shown this once: to copy, to download, to print. Going on takes a word that they are kept. */
export function RecoveryCodeList({
  words,
  codes,
  account,
  size,
  onKept,
}: {
  words: RecoveryCodeWords;
  codes: readonly string[];
  /** Whose they are, for the sheet of paper. */
  account: string;
  size: 'md' | 'xl';
  onKept: () => void;
}) {
  const noteId = useId();
  const [isKept, setKept] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), FEEDBACK_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const sheet = [words.sheetTitle(account), '', ...codes, '', words.sheetNote, ''].join('\n');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setSaid(words.copied);
    } catch {
      setSaid(words.copyFailed);
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-text-2" id={noteId}>
        {words.body}
      </p>
      <section className="ui-recovery-sheet" aria-label={words.listLabel} aria-describedby={noteId}>
        <p className="ui-print-only">{words.sheetTitle(account)}</p>
        <ol className="ui-recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p className="ui-print-only">{words.sheetNote}</p>
      </section>
      <div className="flex flex-wrap gap-2">
        <Button icon={said === words.copied ? 'check' : 'copy'} onClick={() => void copy()}>
          {said === words.copied ? words.copied : words.copy}
        </Button>
        <Button icon="download" onClick={() => saveText(words.fileName, sheet)}>
          {words.download}
        </Button>
        <Button icon="file" onClick={() => window.print()}>
          {words.print}
        </Button>
        <span className="sr-only" aria-live="polite">
          {said}
        </span>
      </div>
      {said === words.copyFailed ? <p className="ui-field-help">{said}</p> : null}
      <Checkbox checked={isKept} onChange={setKept} label={words.kept} />
      <Button
        size={size === 'xl' ? 'xl' : 'lg'}
        block={size === 'xl'}
        className={size === 'xl' ? undefined : 'self-end'}
        variant="primary"
        disabled={!isKept}
        onClick={onKept}
      >
        {words.done}
      </Button>
    </div>
  );
}

/** Hands the browser a text file; nothing leaves the machine. */
function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
