import type { ProjectStatus as Status } from '@sallyport/contracts/common';
import { type StatusGlyphName, StatusPill, type Tone } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

const LOOKS: Record<Status, { tone: Tone; glyph: StatusGlyphName }> = {
  UPCOMING: { tone: 'neutral', glyph: 'dashed' },
  IN_PROGRESS: { tone: 'accent', glyph: 'half' },
  COMPLETED: { tone: 'positive', glyph: 'full' },
};

/** Where a project stands. */
export function ProjectStatus({ status }: { status: Status }) {
  return <StatusPill {...LOOKS[status]} status={strings.projects.status[status]} />;
}
