import type { ReactNode } from 'react';
import { cx } from '../cx.ts';

/** A bordered region; with a title it has a head of 40 px. */
export function Card({
  title,
  count,
  actions,
  padded,
  label,
  className,
  children,
}: {
  title?: ReactNode | undefined;
  count?: number | string | undefined;
  actions?: ReactNode | undefined;
  padded?: boolean | undefined;
  /** Its name, where it has no title. */
  label?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section className={cx('ui-card', className)} aria-label={label}>
      {title ? (
        <header className="ui-card-head">
          <h2 className="ui-heading">{title}</h2>
          {count === undefined ? null : <span className="ui-count">{count}</span>}
          <span className="ui-head-actions">{actions}</span>
        </header>
      ) : null}
      {padded ? <div className="ui-card-body">{children}</div> : children}
    </section>
  );
}

/** A heading with a count and actions, over a card or a list. */
export function SectionHeader({
  title,
  count,
  actions,
  id,
  level = 2,
}: {
  title: ReactNode;
  count?: number | string | undefined;
  actions?: ReactNode | undefined;
  id?: string | undefined;
  level?: 2 | 3 | undefined;
}) {
  const Heading = level === 3 ? 'h3' : 'h2';
  return (
    <div className="ui-section-head">
      <Heading className="ui-heading" id={id}>
        {title}
      </Heading>
      {count === undefined ? null : <span className="ui-count">{count}</span>}
      {actions ? <span className="ui-head-actions">{actions}</span> : null}
    </div>
  );
}
