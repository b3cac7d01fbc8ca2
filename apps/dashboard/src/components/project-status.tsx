import type { ProjectStatus as Status } from '@sallyport/contracts/common';
import { type StatusGlyphName, StatusPill, type Tone } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

const LOOKS: Record<Status, { tone: Tone; glyph: StatusGlyphName }> = {
  UPCOMING: { tone: 'neutral', glyph: 'dashed' },
  IN_PROGRESS: { tone: 'accent', glyph: 'half' },
  COMPLETED: { tone: 'positive', glyph: 'full' },
};

/** Where a project stands; one that should have ended says so instead. */
export function ProjectStatus({
  project: { status, isOverdue },
  plain,
}: {
  project: { status: Status; isOverdue: boolean };
  plain?: boolean;
}) {
  const t = strings.projects;
  if (isOverdue) return <StatusPill tone="negative" glyph="alert" status={t.overdue} plain={plain} />;
  return <StatusPill {...LOOKS[status]} status={t.status[status]} plain={plain} />;
}
