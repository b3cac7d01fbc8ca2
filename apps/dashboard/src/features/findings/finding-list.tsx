import { Button, SeverityGlyph, UiLink } from '@sallyport/ui';
import { useEffect, useRef } from 'react';
import type { Project } from '../../components/project-frame.tsx';
import { strings } from '../../strings/strings.ts';
import { type FindingSearch, findingHref } from './finding-search.ts';
import type { FindingRow } from './findings.queries.ts';

const t = strings.findings;

/** The other findings of the view, beside the one that is open. */
export function FindingList({
  project,
  rows,
  total,
  draftCount,
  openId,
  search,
  onMore,
}: {
  project: Project;
  rows: readonly FindingRow[];
  total: string;
  draftCount: number;
  openId: string;
  search: FindingSearch;
  onMore: (() => void) | undefined;
}) {
  const open = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    open.current?.scrollIntoView({ block: 'nearest' });
  }, [openId]);
  return (
    <nav
      aria-label={t.editor.list}
      className="hidden min-h-0 flex-col border-r border-border bg-sunken min-[1360px]:flex"
    >
      <div className="flex h-10.5 shrink-0 items-center gap-2 px-4">
        <h2 className="ui-heading">{strings.projects.findings}</h2>
        <span className="ui-count">{total}</span>
      </div>
      <ul className="min-h-0 flex-1 overflow-auto px-2 pb-2">
        {rows.map(({ id, severity, reference, title, isPublished }) => (
          <li key={id}>
            <UiLink
              ref={id === openId ? open : undefined}
              href={findingHref(project.id, id, search)}
              aria-current={id === openId ? 'page' : undefined}
              title={title}
              className="flex h-7.25 items-center gap-1.5 rounded-sm px-2 text-xs text-text-2 hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-text focus-visible:-outline-offset-2"
            >
              <SeverityGlyph severity={severity} label />
              <code className="w-5 shrink-0 font-mono text-2xs text-text-3">
                {reference?.slice(2) ?? '–'}
              </code>
              <span className="min-w-0 flex-1 truncate">{title}</span>
              {isPublished ? null : <DraftDot />}
            </UiLink>
          </li>
        ))}
        {onMore ? (
          <li className="px-2 pt-1">
            <Button size="sm" variant="ghost" onClick={onMore}>
              {t.editor.moreFindings}
            </Button>
          </li>
        ) : null}
      </ul>
      {draftCount > 0 ? (
        <p className="flex h-9 shrink-0 items-center gap-2 truncate border-t border-border px-4 text-xs text-text-3">
          <DraftDot isPlain />
          <span className="truncate">{t.editor.drafts(draftCount, project.company.name)}</span>
        </p>
      ) : null}
    </nav>
  );
}

function DraftDot({ isPlain }: { isPlain?: boolean }) {
  return (
    <span
      className="size-1.5 shrink-0 rounded-full border-[1.5px] border-text-3"
      {...(isPlain ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t.draft, title: t.draft })}
    />
  );
}
