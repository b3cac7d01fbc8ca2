import type { ReactNode } from 'react';
import { Avatar, type Face } from './avatar.tsx';
import { RelativeTime } from './time.tsx';
import type { Instant } from './time-format.ts';

/** What happened, newest first. */
export function Feed({
  items,
}: {
  items: readonly { id: string; person: Face; text: ReactNode; at: Instant }[];
}) {
  return (
    <ol className="ui-feed">
      {items.map((item) => (
        <li key={item.id}>
          <Avatar {...item.person} decorative />
          <p>
            <b>{item.person.name}</b> {item.text} <RelativeTime at={item.at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
