import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../cx.ts';
import type { FieldIds } from './field.tsx';

/** A box that is on, off or mixed, with its words beside it. */
export function Checkbox({
  checked,
  onChange,
  label,
  description,
  hideLabel,
  disabled,
  className,
  ...field
}: Partial<FieldIds> & {
  checked: boolean | 'mixed';
  onChange: (checked: boolean) => void;
  label: ReactNode;
  description?: ReactNode | undefined;
  /** Keeps the words for screen readers only. */
  hideLabel?: boolean | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = checked === 'mixed';
  }, [checked]);
  return (
    <label className={cx('ui-checkbox', className)} data-disabled={disabled ? '' : undefined}>
      <input
        {...field}
        ref={box}
        type="checkbox"
        className="ui-check"
        checked={checked === true}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={hideLabel ? 'sr-only' : 'ui-checkbox-text'}>
        {label}
        {description ? <small>{description}</small> : null}
      </span>
    </label>
  );
}
