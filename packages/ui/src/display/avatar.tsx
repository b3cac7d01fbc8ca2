import { type CSSProperties, useState } from 'react';
import { cx } from '../cx.ts';
import { useStrings } from '../strings.ts';
import { avatarHue, initials } from './avatar-hue.ts';

/** 20 in rows, 24 in lists, 28 in feeds, 36 and 48 in headers, 72 where one's own photo is chosen. */
export type AvatarSize = 16 | 20 | 24 | 28 | 36 | 48 | 72;

/** A person as avatars show one: `src` is the address of a photo. */
export type Face = { id: string; name: string; src?: string | undefined };

/** A person's photo, or initials on a hue of their own where there is none or it cannot be had. */
export function Avatar({
  id,
  name,
  src,
  size = 20,
  square,
  decorative,
}: {
  /** Decides the hue. */
  id: string;
  name: string;
  src?: string | undefined;
  size?: AvatarSize | undefined;
  /** For companies. */
  square?: boolean | undefined;
  /** The name already stands beside it. */
  decorative?: boolean | undefined;
}) {
  const [broken, setBroken] = useState<string>();
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
      {src && src !== broken ? (
        <img alt="" src={src} draggable={false} onError={() => setBroken(src)} />
      ) : (
        initials(name)
      )}
    </span>
  );
}

/** A few people overlapping, the rest as a number. */
export function AvatarStack({
  people,
  max = 4,
  size = 20,
}: {
  people: readonly Face[];
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
  src,
  note,
  size = 20,
}: {
  id: string;
  name: string;
  src?: string | undefined;
  note?: string | undefined;
  size?: AvatarSize | undefined;
}) {
  return (
    <span className="ui-person">
      <Avatar id={id} name={name} src={src} size={size} decorative />
      <span className="ui-person-name">{name}</span>
      {note ? <span className="ui-person-note">{note}</span> : null}
    </span>
  );
}
