import { useEffect, useRef, useState } from 'react';
import { Button } from '../actions/button.tsx';
import { Field } from '../forms/field.tsx';
import { TextInput } from '../forms/text-input.tsx';
import { useStrings } from '../strings.ts';

const FEEDBACK_MS = 2_000;

/** Copies text; selects it in the given input where the clipboard is out of reach. */
async function copyText(text: string, input: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    input?.focus();
    input?.select();
    return false;
  }
}

/** A value shown once, to be copied: a one-time link, a token, recovery codes. */
export function CopyField({
  label,
  value,
  help,
  size = 'md',
}: {
  label: string;
  value: string;
  help?: string | undefined;
  size?: 'md' | 'xl' | undefined;
}) {
  const strings = useStrings();
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), FEEDBACK_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <Field label={label} help={help}>
      {(ids) => (
        <div className="ui-copy-field">
          <TextInput
            {...ids}
            ref={input}
            mono
            readOnly
            size={size}
            value={value}
            onFocus={(event) => event.target.select()}
          />
          <Button
            size={size}
            icon={isCopied ? 'check' : 'copy'}
            onClick={async () => setCopied(await copyText(value, input.current))}
          >
            {isCopied ? strings.copied : strings.copy}
          </Button>
          <span className="sr-only" aria-live="polite">
            {isCopied ? strings.copied : ''}
          </span>
        </div>
      )}
    </Field>
  );
}
