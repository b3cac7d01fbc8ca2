import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  useDeferredValue,
  useRef,
  useState,
} from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { Notice } from '../display/notice.tsx';
import { Field } from '../forms/field.tsx';
import { Segmented } from '../forms/segmented.tsx';
import { useStrings } from '../strings.ts';
import { applyEdit, selectedIn } from './apply-edit.ts';
import { scrollable } from './code-block.tsx';
import { continueList } from './edit-text.ts';
import { type EditMaker, EditorToolbar, toggleBold, toggleCode, toggleItalic } from './editor-toolbar.tsx';
import type { EvidenceLookup } from './figure.tsx';
import { RichTextView } from './rich-text-view.tsx';
import { type PastedImage, useImageUpload } from './use-image-upload.ts';
import { useIsWide } from './use-is-wide.ts';

type View = 'write' | 'split' | 'preview';

const SHORTCUTS: Readonly<Record<string, EditMaker>> = { b: toggleBold, i: toggleItalic, e: toggleCode };
const NO_EVIDENCE: EvidenceLookup = () => null;

/** A field for our Markdown with its preview. Tab leaves the field, as everywhere else. */
export function MarkdownEditor({
  value,
  onChange,
  label,
  help,
  error,
  optional,
  readOnly,
  placeholder,
  rows = 8,
  initialView = 'write',
  onPasteImage,
  evidence = NO_EVIDENCE,
}: {
  value: string;
  onChange: (value: string) => void;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  readOnly?: boolean | undefined;
  placeholder?: string | undefined;
  /** Lines that the empty field shows. */
  rows?: number | undefined;
  /** "split" shows as "write" where there is no room for it. */
  initialView?: View | undefined;
  /** Stores an image that was pasted, dropped or chosen; without it images cannot be added. */
  onPasteImage?: ((file: File) => Promise<PastedImage>) | undefined;
  evidence?: EvidenceLookup | undefined;
}) {
  const strings = useStrings();
  const { editor } = strings;
  const field = useRef<HTMLTextAreaElement>(null);
  const isWide = useIsWide();
  const [chosen, setView] = useState<View>(initialView);
  const [isOver, setOver] = useState(false);
  const view = chosen === 'split' && !isWide ? 'write' : chosen;
  const shown = useDeferredValue(value);
  const images = useImageUpload(field, readOnly ? undefined : onPasteImage);
  const canAdd = onPasteImage !== undefined && !readOnly;

  const edit = (make: EditMaker) => {
    const textarea = field.current;
    if (!textarea || readOnly) return;
    textarea.focus();
    applyEdit(textarea, make(selectedIn(textarea)));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (readOnly || event.nativeEvent.isComposing || event.altKey || event.shiftKey) return;
    const isCommand = event.metaKey || event.ctrlKey;
    const make = isCommand ? SHORTCUTS[event.key.toLowerCase()] : undefined;
    const next = event.key === 'Enter' && !isCommand ? continueList(selectedIn(event.currentTarget)) : null;
    if (!make && !next) return;
    event.preventDefault();
    if (make) edit(make);
    else if (next) applyEdit(event.currentTarget, next);
  };

  const onPaste = (event: ClipboardEvent) => {
    // What comes with text of its own (a cell of a spreadsheet) is meant as text.
    const hasText = event.clipboardData.types.includes('text/plain');
    if (!hasText && images.addFiles(event.clipboardData.files)) event.preventDefault();
  };

  const onDrag = (event: DragEvent) => {
    if (!canAdd || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type !== 'dragleave');
  };

  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (canAdd && images.addFiles(event.dataTransfer.files)) event.preventDefault();
  };

  const views = (
    <Segmented
      size="sm"
      label={editor.view}
      value={view}
      onChange={setView}
      options={[
        { value: 'write' as const, label: editor.write },
        ...(isWide ? [{ value: 'split' as const, label: editor.split }] : []),
        { value: 'preview' as const, label: editor.preview },
      ]}
    />
  );

  return (
    <Field label={label} help={help} error={error} optional={optional}>
      {(ids) => (
        <div
          className="ui-editor"
          data-view={view}
          data-invalid={error ? '' : undefined}
          data-over={isOver || undefined}
        >
          {readOnly ? (
            <div className="ui-editor-bar">{views}</div>
          ) : (
            <EditorToolbar controls={ids.id} onEdit={edit} onFiles={canAdd ? images.addFiles : undefined}>
              {views}
            </EditorToolbar>
          )}
          <div className="ui-editor-panes">
            <textarea
              {...ids}
              ref={field}
              className="ui-editor-text"
              rows={rows}
              style={{ minHeight: `calc(${rows}lh + 20px)` }}
              value={value}
              readOnly={readOnly}
              placeholder={placeholder}
              spellCheck
              hidden={view === 'preview'}
              onChange={(event) => {
                images.followText(event.target.value);
                onChange(event.target.value);
              }}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
              onDragEnter={onDrag}
              onDragOver={onDrag}
              onDragLeave={onDrag}
              onDrop={onDrop}
            />
            {view === 'write' ? null : (
              <div {...scrollable(editor.previewOf(label))} className="ui-editor-preview">
                {shown.trim() === '' ? (
                  <p className="text-text-3">{editor.nothing}</p>
                ) : (
                  <RichTextView text={shown} evidence={evidence} />
                )}
              </div>
            )}
          </div>
          <output className="ui-editor-status" data-empty={images.waiting === 0 || undefined}>
            {images.waiting > 0 ? (
              <>
                <span className="ui-spinner" aria-hidden="true" />
                {editor.uploading(images.waiting)}
              </>
            ) : images.isAdded ? (
              <span className="sr-only">{editor.uploaded}</span>
            ) : null}
          </output>
          {images.problem === null ? null : (
            <div className="ui-editor-problem">
              <Notice
                tone="negative"
                live
                title={editor.uploadFailed(images.problem.name)}
                actions={<IconButton size="sm" icon="x" label={strings.dismiss} onClick={images.dismiss} />}
              >
                {images.problem.reason} {editor.textUnchanged}
              </Notice>
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
