import { useRef } from 'react';
import { Icon } from '../icons/icon.tsx';
import { TextInput, type TextInputProps } from './text-input.tsx';

/** A day, as yyyy-mm-dd; empty when none is chosen. */
export function DateInput({
  value,
  onChange,
  ...rest
}: Omit<TextInputProps, 'type' | 'value' | 'onChange' | 'icon' | 'end'> & {
  value: string;
  onChange: (day: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <TextInput
      {...rest}
      ref={input}
      type="date"
      className="ui-date"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      end={
        <button
          type="button"
          className="ui-input-button"
          tabIndex={-1}
          aria-hidden="true"
          onClick={() => input.current?.showPicker()}
        >
          <Icon name="calendar" size={14} />
        </button>
      }
    />
  );
}
