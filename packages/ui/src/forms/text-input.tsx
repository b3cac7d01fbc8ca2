import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';

/** 30 px in work screens, 44 px on sign-in and in the portal. */
export type InputSize = 'md' | 'xl';

export type TextInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'className'> & {
  size?: InputSize | undefined;
  icon?: IconName | undefined;
  /** Keys, hosts and code. */
  mono?: boolean | undefined;
  /** What follows the text inside the box: a unit or a button. */
  end?: ReactNode | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** One line of text. */
export function TextInput({
  size = 'md',
  icon,
  mono,
  end,
  className,
  type = 'text',
  ...rest
}: TextInputProps) {
  return (
    <div
      className={cx('ui-input', className)}
      data-size={size}
      data-mono={mono ? '' : undefined}
      data-invalid={rest['aria-invalid'] ? '' : undefined}
      data-disabled={rest.disabled ? '' : undefined}
    >
      {icon ? <Icon name={icon} size={14} /> : null}
      <input {...rest} type={type} />
      {end}
    </div>
  );
}
