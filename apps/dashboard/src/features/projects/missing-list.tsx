import { CheckLine, TextLink } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import type { Completion } from './projects.queries.ts';

const t = strings.projects.missing;
type Item = Completion['missing'][number];

/** Where a thing that is missing is put right. */
function placeOf(projectId: string, { key, findingIds }: Item): string {
  const home = `/projects/${projectId}`;
  const [finding] = findingIds;
  switch (key) {
    case 'standards':
    case 'dates':
      return `${home}/edit`;
    case 'scope':
      return `${home}/scope`;
    case 'import-waiting':
      return `${home}/import`;
    case 'findings':
      return `${home}/findings`;
    case 'instances':
    case 'severity':
    case 'texts':
      return finding && findingIds.length === 1 ? `${home}/findings/${finding}` : `${home}/findings`;
  }
}

/** What is missing, worst first, each with the place where it is put right. */
export function MissingList({ projectId, missing }: { projectId: string; missing: readonly Item[] }) {
  const sorted = missing.toSorted((one, other) => Number(other.isBlocking) - Number(one.isBlocking));
  return (
    <ul className="flex flex-col gap-1">
      {sorted.map((item) => (
        <CheckLine
          key={item.key}
          state={item.isBlocking ? 'failed' : 'open'}
          note={item.isBlocking ? undefined : t.told}
          action={<TextLink href={placeOf(projectId, item)}>{t.fix}</TextLink>}
        >
          {item.message}
        </CheckLine>
      ))}
    </ul>
  );
}

/** What stands between a project and its completion; nothing is a good answer. */
export function Missing({ projectId, missing }: { projectId: string; missing: readonly Item[] }) {
  if (missing.length === 0)
    return (
      <ul>
        <CheckLine state="passed">{t.allGood}</CheckLine>
      </ul>
    );
  return <MissingList projectId={projectId} missing={missing} />;
}
