import { Button, cx, Icon } from '@sallyport/ui';
import { type DragEvent, useRef, useState } from 'react';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { bytesText } from '../../lib/bytes.ts';
import { strings } from '../../strings/strings.ts';
import type { FileRules } from './check-file.ts';

const t = strings.imports;

/** Takes one file, dropped or chosen, and shows it on its way. */
export function DropZone({
  rules,
  sending,
  problem,
  onFile,
}: {
  rules: FileRules;
  sending: { name: string; bytes: number; share: number } | null;
  problem: string | null;
  onFile: (file: File) => void;
}) {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const onDrag = (event: DragEvent) => {
    if (sending || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type !== 'dragleave');
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !sending) onFile(file);
  };
  return (
    <section
      aria-label={t.heading}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={onDrop}
      className={cx(
        'grid min-h-44 place-content-center justify-items-center gap-2 rounded-lg border border-dashed px-5 py-7 text-center transition-colors',
        isOver ? 'border-accent-solid bg-accent-bg' : 'border-border-strong',
      )}
    >
      {sending ? (
        <div className="flex w-80 max-w-full flex-col gap-2.5">
          <p className="font-medium wrap-anywhere">{t.uploading(sending.name)}</p>
          <ProgressBar
            label={t.uploading(sending.name)}
            done={sending.share}
            total={1}
            valueText={t.sent(bytesText(sending.bytes * sending.share), bytesText(sending.bytes))}
          />
          <p className="text-xs text-text-3 tabular-nums" aria-hidden="true">
            {t.sent(bytesText(sending.bytes * sending.share), bytesText(sending.bytes))}
          </p>
        </div>
      ) : (
        <>
          <Icon name="upload" size={20} className="text-icon" />
          <p className="font-medium max-sm:hidden">{t.dropTitle}</p>
          <Button variant="primary" onClick={() => picker.current?.click()}>
            {t.choose}
          </Button>
          <p className="text-xs text-text-3">
            {t.formats(
              rules.formats.map(({ name }) => name),
              bytesText(rules.maxBytes),
            )}{' '}
            {t.nothingYet}
          </p>
          <input
            ref={picker}
            hidden
            type="file"
            aria-label={t.choose}
            accept={rules.formats.flatMap(({ extensions }) => extensions.map(withDot)).join(',')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) onFile(file);
            }}
          />
        </>
      )}
      {problem ? (
        <p className="ui-field-error" role="alert">
          <Icon name="alert" size={14} />
          <span>{problem}</span>
        </p>
      ) : null}
    </section>
  );
}

function withDot(extension: string): string {
  return extension.startsWith('.') ? extension : `.${extension}`;
}
