import * as Radix from 'radix-ui/select';
import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { useOverlayContainer } from '../overlays/overlay-container.ts';
import { useStrings } from '../strings.ts';
import type { FieldIds } from './field.tsx';
import type { InputSize } from './text-input.tsx';

/** One choice; `value` must not be empty. */
export type SelectOption<Value extends string> = {
  value: Value;
  label: string;
  description?: string | undefined;
  icon?: IconName | undefined;
  /** Drawn before the label: an avatar or a glyph. */
  start?: ReactNode | undefined;
  disabled?: boolean | undefined;
};

/** Chooses one of a few known options. */
export function SelectInput<Value extends string>({
  options,
  value,
  onChange,
  placeholder,
  label,
  size = 'md',
  disabled,
  className,
  id,
  required,
  name,
  ...aria
}: Partial<FieldIds> & {
  options: readonly SelectOption<Value>[];
  value: Value | null | undefined;
  onChange: (value: Value) => void;
  placeholder?: string | undefined;
  /** Its name, where no Field labels it. */
  label?: string | undefined;
  size?: InputSize | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
  name?: string | undefined;
}) {
  const strings = useStrings();
  const portal = useOverlayContainer();
  const chosen = options.find((option) => option.value === value);
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next);
    if (option) onChange(option.value);
  };
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={choose}
      {...(disabled === undefined ? {} : { disabled })}
      {...(required === undefined ? {} : { required })}
      {...(name === undefined ? {} : { name })}
    >
      <Radix.Trigger
        {...aria}
        id={id}
        aria-label={label}
        className={cx('ui-input ui-select', className)}
        data-size={size}
        data-invalid={aria['aria-invalid'] ? '' : undefined}
      >
        {chosen?.icon ? <Icon name={chosen.icon} size={14} /> : chosen?.start}
        <span className="ui-select-value" data-empty={chosen ? undefined : ''}>
          <Radix.Value placeholder={placeholder ?? strings.choose}>{chosen?.label}</Radix.Value>
        </span>
        <Icon name="chevrons-up-down" size={14} />
      </Radix.Trigger>
      <Radix.Portal {...portal}>
        <Radix.Content
          className="ui-menu ui-select-list"
          position="popper"
          sideOffset={4}
          collisionPadding={8}
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className="ui-option"
              >
                {option.icon ? <Icon name={option.icon} size={14} /> : option.start}
                <span className="ui-option-text">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.description ? <small>{option.description}</small> : null}
                </span>
                <Radix.ItemIndicator className="ui-option-check">
                  <Icon name="check" size={14} />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
