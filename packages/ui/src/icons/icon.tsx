import { cx } from '../cx.ts';
import { ICON_PATHS, ICON_WEIGHTS, type IconName } from './icon-paths.ts';

const STROKES = { 12: 1.7, 14: 1.5, 16: 1.4, 20: 1.3 } as const;

/** Size of an icon in pixels; the stroke follows it. */
export type IconSize = keyof typeof STROKES;

/** An icon; decorative unless it is given a label. */
export function Icon({
  name,
  size = 16,
  label,
  className,
}: {
  name: IconName;
  size?: IconSize | undefined;
  label?: string | undefined;
  className?: string | undefined;
}) {
  return (
    <svg
      className={cx('ui-icon', className)}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      strokeWidth={ICON_WEIGHTS[name] ?? STROKES[size]}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
