import { PASSWORD_LENGTH, passwordLength } from '@sallyport/contracts/common';
import { Field, type InputSize, PasswordInput, StrengthHint } from '@sallyport/ui';

const SHORTEST_CONTEXT = 4;

/** What the field says by itself. */
export interface PasswordWords {
  label: string;
  help: string;
  repeats: string;
  context: string;
}

function problemsOf(password: string, context: readonly string[], words: PasswordWords): string[] {
  const folded = password.toLowerCase();
  const unwanted = context
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= SHORTEST_CONTEXT);
  const problems: string[] = [];
  if (password !== '' && new Set(folded).size <= 3) problems.push(words.repeats);
  if (unwanted.some((word) => folded.includes(word))) problems.push(words.context);
  return problems;
}

/** A password being chosen, with guidance while it is typed. The server has the last word. */
export function NewPasswordField({
  words,
  label = words.label,
  value,
  onChange,
  error,
  context = [],
  size,
  autoFocus,
}: {
  words: PasswordWords;
  label?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** Names and addresses that a password should not contain. */
  context?: readonly string[];
  size?: InputSize;
  autoFocus?: boolean;
}) {
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} help={words.help} error={error}>
        {(ids) => (
          <PasswordInput
            {...ids}
            size={size}
            autoComplete="new-password"
            autoFocus={autoFocus}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {value === '' ? null : (
        <StrengthHint
          length={passwordLength(value)}
          required={PASSWORD_LENGTH.minimum}
          problems={error ? [] : problemsOf(value, context, words)}
        />
      )}
    </div>
  );
}
