import { useState } from 'react';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';
import { TextInput, type TextInputProps } from './text-input.tsx';

/** A password that can be shown while it is typed. */
export function PasswordInput({
  autoComplete = 'current-password',
  ...rest
}: Omit<TextInputProps, 'type' | 'end' | 'icon'>) {
  const strings = useStrings();
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      {...rest}
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <button
          type="button"
          className="ui-input-button"
          aria-label={shown ? strings.hidePassword : strings.showPassword}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eye-off' : 'eye'} />
        </button>
      }
    />
  );
}
