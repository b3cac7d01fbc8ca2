import { cx } from '../cx.ts';
import type { IconName } from '../icons/icon-paths.ts';
import { Tooltip } from '../overlays/tooltip.tsx';
import { Button, type ButtonProps } from './button.tsx';

export type IconButtonProps = Omit<ButtonProps, 'children' | 'iconEnd' | 'block' | 'lock'> & {
  icon: IconName;
  /** Its name, shown as a tooltip. */
  label: string;
  /** Leaves the tooltip out, where a menu opens right there. */
  plain?: boolean | undefined;
};

/** A square button with an icon and a name. */
export function IconButton({ label, kbd, plain, className, variant = 'ghost', ...rest }: IconButtonProps) {
  const button = (
    <Button {...rest} variant={variant} className={cx('ui-icon-button', className)} aria-label={label} />
  );
  if (plain) return button;
  return (
    <Tooltip content={label} kbd={kbd}>
      {button}
    </Tooltip>
  );
}
