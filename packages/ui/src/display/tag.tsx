import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import type { Tone } from '../tones.ts';

/** A small fact beside a name; with a tone it marks a change. */
export function Tag({
  tone,
  icon,
  title,
  children,
}: {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  title?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span
      className="ui-tag"
      data-tone={tone}
      data-tinted={tone && tone !== 'neutral' ? '' : undefined}
      title={title}
    >
      {icon ? <Icon name={icon} size={12} /> : null}
      {children}
    </span>
  );
}
