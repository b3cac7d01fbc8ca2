import {
  CodeText,
  SectionHeader,
  SkeletonShape,
  StatusGlyph,
  type StatusGlyphName,
  type Tone,
} from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import type { ScopePreview } from './scope.queries.ts';
import { inOrder, noteOf } from './scope-text.ts';

const t = strings.scope;
/** Beyond these a list is not read any more, only counted. */
const LINES_SHOWN = 200;

type Line = ScopePreview['lines'][number];

const LOOKS: Record<Line['outcome'], { tone: Tone; glyph: StatusGlyphName }> = {
  ADDED: { tone: 'positive', glyph: 'full' },
  DUPLICATE: { tone: 'neutral', glyph: 'minus' },
  REFUSED: { tone: 'negative', glyph: 'cross' },
};

/** What would become of each pasted line: counts first, then the lines, refused ones on top. */
export function PastePreview({
  preview,
  isChecking,
}: {
  preview: ScopePreview | undefined;
  isChecking: boolean;
}) {
  if (!preview)
    return isChecking ? (
      <SkeletonShape shape="list" rows={4} />
    ) : (
      <p className="text-xs text-text-3">{t.paste.idle}</p>
    );
  const { added, duplicates, refused, lines } = preview;
  const rest = lines.length - LINES_SHOWN;
  const counts = [
    added > 0 ? `${added} ${t.paste.added}` : null,
    duplicates > 0 ? `${duplicates} ${t.paste.duplicates}` : null,
    refused > 0 ? `${refused} ${t.paste.refused}` : null,
  ];
  return (
    <section aria-busy={isChecking || undefined} className={isChecking ? 'opacity-60' : undefined}>
      <SectionHeader
        level={3}
        title={t.paste.preview}
        actions={
          <span className="text-xs text-text-2 tabular-nums" role="status">
            {counts.filter(Boolean).join(' · ')}
          </span>
        }
      />
      <ul className="ui-card divide-y divide-border-soft">
        {inOrder(lines)
          .slice(0, LINES_SHOWN)
          .map((line) => (
            <PreviewLine key={line.line} line={line} />
          ))}
        {rest > 0 ? <li className="px-3 py-1.5 text-xs text-text-3">{t.paste.moreLines(rest)}</li> : null}
      </ul>
    </section>
  );
}

function PreviewLine({ line }: { line: Line }) {
  const { outcome, kind, target, text, message } = line;
  const note = outcome === 'ADDED' ? noteOf(text) : '';
  return (
    <li className="flex items-start gap-2 px-3 py-1.5">
      <span className="mt-[3px] shrink-0">
        <StatusGlyph {...LOOKS[outcome]} />
      </span>
      <span className="min-w-0 flex-1">
        <span className={outcome === 'DUPLICATE' ? 'wrap-anywhere text-text-3' : 'wrap-anywhere'}>
          <CodeText>{target ?? text}</CodeText>
        </span>
        {note ? <small className="block text-xs text-text-2">{note}</small> : null}
        {message ? (
          <small
            className={
              outcome === 'REFUSED' ? 'block text-xs text-negative-text' : 'block text-xs text-text-3'
            }
          >
            {message}
          </small>
        ) : null}
      </span>
      <span className="shrink-0 text-xs text-text-3">
        {outcome === 'ADDED' && kind ? t.kinds[kind] : t.paste.outcome[outcome]}
        <span className="sr-only">, {t.paste.line(line.line)}</span>
      </span>
    </li>
  );
}
