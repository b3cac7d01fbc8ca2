import { type ReactNode, useEffect, useRef } from 'react';
import { UiLink } from '../provider/link.tsx';

/** A view with an address of its own. */
export type TabLink = {
  href: string;
  label: string;
  count?: number | undefined;
  current?: boolean | undefined;
  /** Differs from what was saved; the words say so. */
  changed?: string | undefined;
};

/** Views of one thing or saved views of a list, as links. */
export function Tabs({
  label,
  tabs,
  end,
}: {
  label: string;
  tabs: readonly TabLink[];
  end?: ReactNode | undefined;
}) {
  const nav = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.href;
  // On a phone the row scrolls: the open view must not hide beyond its edge.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <div className="ui-tabs">
      <nav aria-label={label} ref={nav}>
        {tabs.map((tab) => (
          <UiLink key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count === undefined ? null : <span className="ui-count">{tab.count}</span>}
            {tab.changed ? (
              <span className="ui-dot" role="img" aria-label={tab.changed} title={tab.changed} />
            ) : null}
          </UiLink>
        ))}
      </nav>
      {end ? <span className="ui-head-actions">{end}</span> : null}
    </div>
  );
}
