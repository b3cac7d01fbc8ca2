import type { ReactNode } from 'react';
import { Avatar, AvatarStack, type Face } from '../display/avatar.tsx';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';

/** A person whose reach changes, in numbers. */
export type ReachChange = { id: string; name: string; before: number; after: number };

/** One effect in words: who gains or loses what, with faces, and reach as numbers where it shrinks or grows. */
export function EffectCard({
  tone,
  icon,
  title,
  body,
  people,
  reach,
  children,
}: {
  tone: 'positive' | 'negative' | 'caution' | 'neutral';
  icon?: IconName | undefined;
  title: ReactNode;
  body?: ReactNode | undefined;
  people?: readonly Face[] | undefined;
  reach?: readonly ReachChange[] | undefined;
  children?: ReactNode | undefined;
}) {
  const largest = Math.max(1, ...(reach ?? []).map((change) => Math.max(change.before, change.after)));
  return (
    <div className="ui-effect-card" data-tone={tone}>
      <span className="ui-effect-icon">
        <Icon
          name={icon ?? (tone === 'positive' ? 'plus' : tone === 'negative' ? 'minus' : 'info')}
          size={14}
        />
      </span>
      <div className="ui-effect-text">
        <p className="ui-effect-title">{title}</p>
        {body ? <p className="ui-effect-body">{body}</p> : null}
        {people && people.length > 0 ? (
          <div className="ui-effect-people">
            <AvatarStack people={people} max={8} />
          </div>
        ) : null}
        {children}
      </div>
      {reach && reach.length > 0 ? (
        <ul className="ui-reach-changes">
          {reach.map((change) => (
            <li key={change.id}>
              <span className="ui-reach-name">
                <Avatar id={change.id} name={change.name} size={16} decorative />
                <span>{change.name}</span>
              </span>
              <span className="ui-reach-track" aria-hidden="true">
                <i style={{ width: `${(Math.min(change.before, change.after) / largest) * 100}%` }} />
              </span>
              <span className="ui-reach-before">{change.before}</span>
              <Icon name="arrow-right" size={12} />
              <b className="ui-reach-after">{change.after}</b>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
