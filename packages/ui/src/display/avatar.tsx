import type { CSSProperties } from 'react';
import { cx } from '../cx.ts';
import { useStrings } from '../strings.ts';
import { avatarHue, initials } from './avatar-hue.ts';

/** 20 in rows, 24 in lists, 28 in feeds, 36 and 48 in headers. */
export type AvatarSize = 16 | 20 | 24 | 28 | 36 | 48;

/** A person's initials on a hue of their own. */
export function Avatar({
  id,
  name,
  size = 20,
  square,
  decorative,
}: {
  /** Decides the hue. */
  id: string;
  name: string;
  size?: AvatarSize | undefined;
  /** For companies. */
  square?: boolean | undefined;
  /** The name already stands beside it. */
  decorative?: boolean | undefined;
}) {
  const words = decorative
    ? { 'aria-hidden': true as const }
    : { role: 'img', 'aria-label': name, title: name };
  return (
    <span
      {...words}
      className={cx('ui-avatar', square && 'ui-avatar-square')}
      data-size={size}
      style={{ '--avatar-hue': avatarHue(id) } as CSSProperties}
    >
      {initials(name)}
    </span>
  );
}

/** A few people overlapping, the rest as a number. */
export function AvatarStack({
  people,
  max = 4,
  size = 20,
}: {
  people: readonly { id: string; name: string }[];
  max?: number | undefined;
  size?: AvatarSize | undefined;
}) {
  const strings = useStrings();
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const rest = people.slice(shown.length);
  return (
    <span className="ui-avatar-stack">
      {shown.map((person) => (
        <Avatar key={person.id} {...person} size={size} />
      ))}
      {rest.length > 0 ? (
        <span
          className="ui-avatar ui-avatar-more"
          data-size={size}
          role="img"
          aria-label={strings.more(rest.length)}
          title={rest.map((person) => person.name).join(', ')}
        >
          +{rest.length}
        </span>
      ) : null}
    </span>
  );
}

/** An avatar and a name on one line. */
export function Person({
  id,
  name,
  note,
  size = 20,
}: {
  id: string;
  name: string;
  note?: string | undefined;
  size?: AvatarSize | undefined;
}) {
  return (
    <span className="ui-person">
      <Avatar id={id} name={name} size={size} decorative />
      <span className="ui-person-name">{name}</span>
      {note ? <span className="ui-person-note">{note}</span> : null}
    </span>
  );
}
