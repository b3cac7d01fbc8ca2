import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { cx } from '../cx.ts';
import { Kbd } from '../display/kbd.tsx';
import { Icon, type IconSize } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { UiLink } from '../provider/link.tsx';
import { useStrings } from '../strings.ts';

/** 24, 30, 36 and 44 px high. */
export type ButtonSize = 'sm' | 'md' | 'lg' | 'xl';

/** One primary per region; "danger" is a text colour until the confirming dialog, where it is "danger-primary". */
export type ButtonVariant = 'default' | 'primary' | 'ghost' | 'danger' | 'danger-primary';

type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'>;

export type ButtonProps = NativeButton & {
  children?: ReactNode;
  size?: ButtonSize | undefined;
  variant?: ButtonVariant | undefined;
  icon?: IconName | undefined;
  iconEnd?: IconName | undefined;
  /** Says that the action first asks who you are. */
  lock?: boolean | undefined;
  /** Keeps the width, shows a spinner and refuses presses. */
  busy?: boolean | undefined;
  busyLabel?: string | undefined;
  kbd?: string | undefined;
  block?: boolean | undefined;
  /** Makes the button a link. */
  href?: string | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
};

function iconSize(size: ButtonSize, isAlone: boolean): IconSize {
  if (size === 'sm') return 14;
  return size === 'xl' || (size === 'lg' && isAlone) ? 20 : 16;
}

/** A button, or a link that looks like one. */
export function Button({
  children,
  size = 'md',
  variant = 'default',
  icon,
  iconEnd,
  lock,
  busy,
  busyLabel,
  kbd,
  block,
  href,
  className,
  disabled,
  onClick,
  type = 'button',
  ref,
  ...rest
}: ButtonProps) {
  const strings = useStrings();
  const look = {
    className: cx('ui-button', className),
    'data-size': size,
    'data-variant': variant,
    'data-block': block ? '' : undefined,
  };
  const body = (
    <>
      {busy ? (
        <span className="ui-spinner" aria-hidden="true" />
      ) : lock ? (
        <Icon name="lock" size={14} />
      ) : icon ? (
        <Icon name={icon} size={iconSize(size, children === undefined)} />
      ) : null}
      {children === undefined ? null : (
        <span className="ui-button-text">{busy && busyLabel ? busyLabel : children}</span>
      )}
      {lock ? <span className="sr-only">, {strings.lockNote}</span> : null}
      {iconEnd ? <Icon name={iconEnd} size={14} /> : null}
      {kbd && !busy ? <Kbd>{kbd}</Kbd> : null}
    </>
  );
  if (href !== undefined && !disabled)
    return (
      <UiLink {...look} href={href} aria-label={rest['aria-label']}>
        {body}
      </UiLink>
    );
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      {...look}
      ref={ref}
      type={type}
      disabled={disabled}
      onClick={press}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
    >
      {body}
    </button>
  );
}
