import type { Result } from '@sallyport/contracts/common';
import {
  Avatar,
  CodeText,
  RelativeTime,
  SeverityBadge,
  StatusGlyph,
  type StatusGlyphName,
  StatusPill,
  type TableColumn,
  type Tone,
} from '@sallyport/ui';
import { faceOf } from '../../lib/face.ts';
import { strings } from '../../strings/strings.ts';
import type { FindingRow } from './findings.queries.ts';

const t = strings.findings;

const RESULTS: Record<Result, { tone: Tone; glyph: StatusGlyphName }> = {
  OPEN: { tone: 'negative', glyph: 'ring' },
  FIXED: { tone: 'positive', glyph: 'full' },
  PARTIALLY_FIXED: { tone: 'caution', glyph: 'half' },
  NOT_RETESTED: { tone: 'neutral', glyph: 'dashed' },
  WITHDRAWN: { tone: 'neutral', glyph: 'minus' },
};

/** What the firm verified. */
export function ResultStatus({ result }: { result: Result }) {
  return <StatusPill plain {...RESULTS[result]} status={t.result[result]} />;
}

function Reference({ row }: { row: FindingRow }) {
  if (row.isPublished) return <CodeText muted>{row.reference ?? ''}</CodeText>;
  return (
    <span className="inline-flex items-center gap-1.5 text-text-3">
      <StatusGlyph glyph="dashed" label={row.reference === null ? undefined : t.draftAgain} />
      {row.reference === null ? t.draft : <CodeText muted>{row.reference}</CodeText>}
    </span>
  );
}

function Changed({ row }: { row: FindingRow }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-text-2">
      {row.updatedBy ? <Avatar {...faceOf(row.updatedBy)} /> : null}
      <RelativeTime at={row.updatedAt} />
    </span>
  );
}

function Count({ count }: { count: number }) {
  if (count > 0) return count.toLocaleString('en');
  return (
    <span className="text-text-3" data-blank="">
      –
    </span>
  );
}

/** The table of findings. */
export const FINDING_COLUMNS: readonly TableColumn<FindingRow>[] = [
  { key: 'reference', header: t.columns.reference, width: 86, cell: (row) => <Reference row={row} /> },
  {
    key: 'severity',
    header: t.columns.severity,
    sortKey: 'severity',
    width: 104,
    cell: (row) => <SeverityBadge plain severity={row.severity} />,
  },
  {
    key: 'title',
    header: t.columns.title,
    sortKey: 'title',
    primary: true,
    width: 'fill',
    cell: (row) => (
      <>
        <span className="truncate" title={row.title}>
          {row.title}
        </span>
        {row.score === null ? null : (
          <span className="font-normal text-text-3 tabular-nums">{row.score.toFixed(1)}</span>
        )}
      </>
    ),
  },
  {
    key: 'instances',
    header: t.columns.instances,
    align: 'end',
    width: 92,
    cell: (row) => <Count count={row.instanceCount} />,
  },
  {
    key: 'evidence',
    header: t.columns.evidence,
    align: 'end',
    width: 88,
    wideOnly: true,
    cell: (row) => <Count count={row.evidenceCount} />,
  },
  {
    key: 'result',
    header: t.columns.result,
    width: 130,
    wideOnly: true,
    cell: (row) => <ResultStatus result={row.result} />,
  },
  {
    key: 'changed',
    header: t.columns.changed,
    width: 132,
    wideOnly: true,
    cell: (row) => <Changed row={row} />,
  },
];
