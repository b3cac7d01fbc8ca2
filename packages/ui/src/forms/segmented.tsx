import { type ReactNode, useId } from 'react';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';

export type SegmentedOption<Value extends string> = {
  value: Value;
  label: string;
  icon?: IconName | undefined;
  /** A count or glyph after the label. */
  end?: ReactNode | undefined;
  disabled?: boolean | undefined;
};

/** A few options side by side, one of them chosen; arrow keys move. */
export function Segmented<Value extends string>({
  options,
  value,
  onChange,
  size = 'md',
  label,
  iconsOnly,
  disabled,
}: {
  options: readonly SegmentedOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  size?: 'sm' | 'md' | undefined;
  /** What is being chosen. */
  label: string;
  iconsOnly?: boolean | undefined;
  disabled?: boolean | undefined;
}) {
  const name = useId();
  return (
    <div className="ui-segmented" data-size={size} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} title={iconsOnly ? option.label : undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled || option.disabled}
            onChange={() => onChange(option.value)}
          />
          {option.icon ? <Icon name={option.icon} size={14} /> : null}
          <span className={iconsOnly ? 'sr-only' : undefined}>{option.label}</span>
          {option.end}
        </label>
      ))}
    </div>
  );
}
