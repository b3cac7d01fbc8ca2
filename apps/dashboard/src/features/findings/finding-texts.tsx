import { cx, type EvidenceLookup, Icon, MarkdownEditor, type PastedImage, RichTextView } from '@sallyport/ui';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { strings } from '../../strings/strings.ts';
import { TEXTS, type TextName } from './finding-draft.ts';
import type { FindingDraft } from './use-finding-draft.ts';

const t = strings.findings.editor;

/** The long texts, one at a time. All stay in place, so that an image that is still on its way finds its text. */
export function FindingTexts({
  draft: { values, errors, set },
  disabled,
  upload,
  lookup,
}: {
  draft: FindingDraft;
  disabled: boolean;
  upload: (file: File) => Promise<PastedImage>;
  lookup: EvidenceLookup;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<TextName>('description');
  const wrong = TEXTS.find((name) => errors[name] !== undefined);
  useEffect(() => {
    if (wrong) setOpen(wrong);
  }, [wrong]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = TEXTS[(TEXTS.indexOf(open) + step + TEXTS.length) % TEXTS.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    setOpen(next);
    list.current?.querySelector<HTMLElement>(`[data-text="${next}"]`)?.focus();
  };
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={t.texts}
        onKeyDown={onKeyDown}
        className="flex h-9.5 gap-1 overflow-x-auto border-b border-border px-3 max-sm:px-2"
        style={{ scrollbarWidth: 'none' }}
      >
        {TEXTS.map((name) => {
          const isEmpty = values[name].trim() === '';
          return (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              data-text={name}
              aria-selected={open === name}
              aria-controls={`${id}-panel-${name}`}
              tabIndex={open === name ? 0 : -1}
              onClick={() => setOpen(name)}
              className={cx(
                'inline-flex shrink-0 cursor-pointer items-center gap-1.5 border-b-2 px-2 font-medium whitespace-nowrap focus-visible:-outline-offset-3',
                open === name
                  ? 'border-accent-solid text-text'
                  : 'border-transparent text-text-2 hover:text-text',
              )}
            >
              {errors[name] ? <Icon name="alert" size={12} className="text-negative-text" /> : null}
              {t.short[name]}
              {isEmpty ? (
                <>
                  <span
                    className="size-1.5 rounded-full border-[1.5px] border-text-3"
                    title={t.isEmpty}
                    aria-hidden="true"
                  />
                  <span className="sr-only">, {t.isEmpty}</span>
                </>
              ) : null}
            </button>
          );
        })}
      </div>
      {TEXTS.map((name) => (
        <div
          key={name}
          role="tabpanel"
          id={`${id}-panel-${name}`}
          aria-labelledby={`${id}-${name}`}
          hidden={open !== name}
          className="px-5 pt-4 pb-5 max-sm:px-4 [&_.ui-field-head]:sr-only"
        >
          <h2 className="sr-only">{t.fields[name]}</h2>
          {disabled ? (
            <Reading text={values[name]} lookup={lookup} />
          ) : (
            <MarkdownEditor
              label={t.fields[name]}
              help={t.help[name]}
              error={errors[name]}
              value={values[name]}
              onChange={(text) => set(name, text)}
              rows={14}
              initialView="split"
              onPasteImage={upload}
              evidence={lookup}
            />
          )}
        </div>
      ))}
    </>
  );
}

function Reading({ text, lookup }: { text: string; lookup: EvidenceLookup }) {
  if (text.trim() === '') return <p className="text-text-3">{t.nothing}</p>;
  return (
    <div className="max-w-readable">
      <RichTextView text={text} evidence={lookup} />
    </div>
  );
}
