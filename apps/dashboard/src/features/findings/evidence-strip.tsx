import { cx, Icon, type PastedImage, useToast } from '@sallyport/ui';
import { type DragEvent, useRef, useState } from 'react';
import { strings } from '../../strings/strings.ts';
import { EvidenceDialog } from './evidence-dialog.tsx';
import type { Finding } from './findings.queries.ts';
import { evidenceHref } from './use-evidence.ts';

const t = strings.findings.evidence;

/** The images of a finding: small, each opens to be described, kept inside or taken away. */
export function EvidenceStrip({
  finding,
  upload,
  disabled,
}: {
  finding: Finding;
  upload: (file: File) => Promise<PastedImage>;
  disabled: boolean;
}) {
  const toast = useToast();
  const picker = useRef<HTMLInputElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [isOver, setOver] = useState(false);
  const { evidence } = finding;
  const open = evidence.find(({ id }) => id === openId);

  const addAll = async (files: readonly File[]) => {
    setWaiting((count) => count + files.length);
    for (const file of files) {
      const result = await upload(file);
      if ('problem' in result)
        toast.show({ tone: 'negative', title: t.failed(file.name), body: result.problem });
      setWaiting((count) => count - 1);
    }
  };
  const onDrag = (event: DragEvent) => {
    if (disabled || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type !== 'dragleave');
  };
  const onDrop = (event: DragEvent) => {
    if (disabled) return;
    event.preventDefault();
    setOver(false);
    void addAll([...event.dataTransfer.files]);
  };

  return (
    <section
      className={cx('flex flex-col gap-2 transition-colors', isOver && 'bg-accent-bg')}
      aria-label={t.heading}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={onDrop}
    >
      <div className="flex items-baseline gap-2">
        <h3 className="ui-heading">{t.heading}</h3>
        <span className="ui-count">{evidence.length}</span>
        {disabled ? null : <span className="ml-auto text-xs text-text-3 max-sm:hidden">{t.hint}</span>}
      </div>
      {disabled && evidence.length === 0 ? <p className="text-xs text-text-3">{t.none}</p> : null}
      <ul className="grid grid-cols-4 gap-1.5">
        {evidence.map((image) => (
          <li key={image.id}>
            <button
              type="button"
              title={image.caption || image.alt}
              onClick={() => setOpenId(image.id)}
              className="relative block h-13 w-full cursor-pointer overflow-hidden rounded-sm border border-border bg-sunken hover:border-border-strong"
            >
              <img
                src={evidenceHref(image.id)}
                alt={image.alt || t.unnamed}
                loading="lazy"
                decoding="async"
                className="h-full w-full object-cover object-top"
              />
              {image.audience === 'INTERNAL' ? (
                <span className="absolute right-1 bottom-1 grid size-4 place-content-center rounded-xs bg-surface text-icon">
                  <Icon name="lock" size={12} label={t.internal} />
                </span>
              ) : null}
            </button>
          </li>
        ))}
        {disabled ? null : (
          <li>
            <button
              type="button"
              aria-label={t.add}
              aria-busy={waiting > 0 || undefined}
              onClick={() => picker.current?.click()}
              className="grid h-13 w-full cursor-pointer place-content-center rounded-sm border border-dashed border-border-strong text-icon hover:bg-hover"
            >
              {waiting > 0 ? <span className="ui-spinner" aria-hidden="true" /> : <Icon name="plus" />}
            </button>
            <input
              ref={picker}
              hidden
              multiple
              type="file"
              accept="image/png,image/jpeg,image/webp"
              onChange={(event) => {
                void addAll([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </li>
        )}
      </ul>
      <span className="sr-only" role="status">
        {waiting > 0 ? t.adding : ''}
      </span>
      {open ? (
        <EvidenceDialog
          key={open.id}
          finding={finding}
          image={open}
          disabled={disabled}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </section>
  );
}
