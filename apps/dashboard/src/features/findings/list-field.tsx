import { Button, Field, Icon, IconButton, TextInput } from '@sallyport/ui';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { strings } from '../../strings/strings.ts';

const t = strings.findings.classification;
/** Beyond these a list is folded: a scanner may name hundreds. */
const SHOWN = 12;

/** A list of short texts: typed or pasted one after the other, each taken away again. */
export function ListField({
  label,
  placeholder,
  problem,
  error,
  values,
  read,
  show,
  disabled,
  onChange,
}: {
  label: string;
  placeholder: string;
  /** What to say when nothing can be read out of what was typed. */
  problem: string;
  /** What saving said about it. */
  error: string | undefined;
  values: readonly string[];
  /** The value in its one way of writing; null when it is none. */
  read: (text: string) => string | null;
  show: (value: string) => ReactNode;
  disabled: boolean;
  onChange: (values: string[]) => void;
}) {
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? values : values.slice(0, SHOWN);

  const add = (typed: string): boolean => {
    const parts = typed.split(/[\s,;]+/).filter((part) => part !== '');
    const found = parts.map(read);
    const good = found.filter((value) => value !== null);
    setRefused(good.length < parts.length);
    if (good.length === 0) return false;
    onChange([...new Set([...values, ...good])]);
    setText(parts.filter((_, index) => found[index] === null).join(' '));
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    add(text);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (text === '' && add(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };

  const list = (
    <>
      {shown.length > 0 ? (
        <ul className="mt-1.5 flex flex-col gap-0.5">
          {shown.map((value) => (
            <li key={value} className="flex min-h-6 items-center gap-1 text-xs">
              <span className="min-w-0 flex-1 truncate" title={value}>
                {show(value)}
              </span>
              {disabled ? null : (
                <IconButton
                  plain
                  size="sm"
                  icon="x"
                  label={t.remove(value)}
                  onClick={() => onChange(values.filter((one) => one !== value))}
                />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {values.length > shown.length ? (
        <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
          {t.more(values.length - shown.length)}
        </Button>
      ) : null}
    </>
  );

  if (disabled)
    return values.length === 0 ? null : (
      <div>
        <p className="ui-label">{label}</p>
        {list}
      </div>
    );
  return (
    <div>
      <Field label={label} error={isRefused && text !== '' ? problem : error}>
        {(ids) => (
          <TextInput
            {...ids}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            value={text}
            onChange={(event) => {
              setRefused(false);
              setText(event.target.value);
            }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => (text.trim() === '' ? undefined : add(text))}
            end={
              text.trim() === '' ? null : (
                <button
                  type="button"
                  className="ui-input-button"
                  aria-label={t.add}
                  onClick={() => add(text)}
                >
                  <Icon name="plus" size={14} />
                </button>
              )
            }
          />
        )}
      </Field>
      {list}
    </div>
  );
}
