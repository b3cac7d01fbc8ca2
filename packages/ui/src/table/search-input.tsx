import { useEffect, useRef } from 'react';
import { Kbd } from '../display/kbd.tsx';
import { TextInput } from '../forms/text-input.tsx';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';

/** Searches a list; "/" goes there, Esc empties it. */
export function SearchInput({
  value,
  onChange,
  label,
  placeholder,
  busy,
  hotkey = '/',
  className,
}: {
  value: string;
  onChange: (value: string) => void;
  label?: string | undefined;
  placeholder?: string | undefined;
  busy?: boolean | undefined;
  /** Empty for none. */
  hotkey?: string | undefined;
  className?: string | undefined;
}) {
  const strings = useStrings();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!hotkey) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement &&
        target.closest('input, textarea, select, [contenteditable], [role="dialog"]');
      if (event.key !== hotkey || event.metaKey || event.ctrlKey || isTyping) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [hotkey]);
  return (
    <TextInput
      ref={input}
      className={`ui-search ${className ?? ''}`}
      icon="search"
      type="text"
      role="searchbox"
      enterKeyHint="search"
      autoComplete="off"
      spellCheck={false}
      aria-label={label ?? strings.search}
      placeholder={placeholder ?? strings.search}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (value === '') input.current?.blur();
        else onChange('');
      }}
      end={
        busy ? (
          <span className="ui-spinner" aria-hidden="true" />
        ) : value !== '' ? (
          <button
            type="button"
            className="ui-input-button"
            aria-label={strings.clear}
            onClick={() => onChange('')}
          >
            <Icon name="x" size={12} />
          </button>
        ) : hotkey ? (
          <Kbd>{hotkey}</Kbd>
        ) : null
      }
    />
  );
}
