import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Avatar } from '../display/avatar.tsx';
import { isolate } from './isolate.ts';

/** Covers the whole page, with whatever is open in it, until it is taken away: underneath nothing is lost, reached or read. */
export function LockCover({
  door,
  title,
  body,
  person,
  footer,
  children,
}: {
  door: 'staff' | 'portal';
  title: string;
  body: string;
  person: { id: string; displayName: string; email: string };
  footer: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  const bodyId = useId();
  const host = useHost(door);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (host && !host.contains(document.activeElement)) card.current?.focus();
  }, [host]);
  if (!host) return null;
  return createPortal(
    <div className="ui-lock">
      <section
        ref={card}
        className="ui-lock-card"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        aria-describedby={bodyId}
        tabIndex={-1}
      >
        <h2 id={titleId}>{title}</h2>
        <p id={bodyId}>{body}</p>
        <div className="ui-lock-person">
          <Avatar id={person.id} name={person.displayName} size={36} decorative />
          <div>
            <b>{person.displayName}</b>
            <small>{person.email}</small>
          </div>
        </div>
        {children}
        <div className="ui-lock-foot">{footer}</div>
      </section>
    </div>,
    host,
  );
}

/** A place beside the app, alone within reach while it is there; focus returns to where it was. */
function useHost(door: 'staff' | 'portal'): HTMLElement | null {
  const [host, setHost] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const made = document.createElement('div');
    made.dataset['door'] = door;
    document.body.append(made);
    const undo = isolate(made);
    setHost(made);
    return () => {
      undo();
      made.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [door]);
  return host;
}
