import { Button, Card, CodeText, Icon } from '@sallyport/ui';
import { useState } from 'react';
import { strings } from '../../strings/strings.ts';
import type { Project } from './projects.queries.ts';

const t = strings.projects;
const SHOWN = 12;

type Items = Project['scope'];

/** What may be tested, and what may not. */
export function ScopeCard({ scope }: { scope: Items }) {
  const inside = scope.filter(({ isInScope }) => isInScope);
  const outside = scope.filter(({ isInScope }) => !isInScope);
  return (
    <Card title={t.scope}>
      <Targets title={t.inScope} items={inside} isInside />
      <Targets title={t.outOfScope} items={outside} />
    </Card>
  );
}

function Targets({ title, items, isInside }: { title: string; items: Items; isInside?: boolean }) {
  const [showsAll, setShowsAll] = useState(false);
  if (items.length === 0) return null;
  const shown = showsAll ? items : items.slice(0, SHOWN);
  return (
    <section className="border-border-soft px-4 pt-3.5 sm:px-5 pb-2 not-first:border-t [.ui-card-head+&]:border-t-0">
      <h3 className="flex items-center gap-2 text-xs font-medium text-text-2">
        <span className={isInside ? 'flex text-positive-text' : 'flex text-icon'}>
          <Icon name={isInside ? 'check-circle' : 'ban'} size={14} />
        </span>
        {title} <span className="ui-count">{items.length.toLocaleString('en')}</span>
      </h3>
      <ul className="row-list mt-1">
        {shown.map((item) => (
          <li key={item.id} className="flex flex-wrap items-baseline gap-x-4 py-2">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <CodeText>{item.target}</CodeText>
              {item.note ? <span className="block text-xs text-text-2">{item.note}</span> : null}
            </span>
            <span className="text-xs text-text-3">{t.kinds[item.kind]}</span>
          </li>
        ))}
      </ul>
      {shown.length < items.length ? (
        <div className="py-2">
          <Button size="sm" onClick={() => setShowsAll(true)}>
            {t.showAll(items.length)}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
