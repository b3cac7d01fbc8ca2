import type { FieldIds } from './field.tsx';

/** On or off; where the effect is previewed it never saves by itself. */
export function Switch({
  checked,
  onChange,
  label,
  labelledBy,
  disabled,
  ...field
}: Partial<FieldIds> & {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Its name; may be left out inside a Field or with `labelledBy`. */
  label?: string | undefined;
  labelledBy?: string | undefined;
  disabled?: boolean | undefined;
}) {
  return (
    <button
      type="button"
      role="switch"
      id={field.id}
      className="ui-switch"
      aria-checked={checked}
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={field['aria-describedby']}
      disabled={disabled}
      onClick={() => onChange(!checked)}
    />
  );
}
