import { DateText, KeyValueList, Tag } from '@sallyport/ui';
import { TestDays } from '../../components/day-text.tsx';
import { strings } from '../../strings/strings.ts';
import type { Project } from './projects.queries.ts';

const t = strings.projects;

/** What is tested, when, how, and who leads it. */
export function ProjectFacts({ project }: { project: Project }) {
  const { approach, completedAt, leads, standards } = project;
  return (
    <KeyValueList
      items={[
        { key: 'type', label: t.type, value: project.type },
        ...(approach
          ? [
              {
                key: 'approach',
                label: t.approach,
                value: (
                  <span>
                    {t.approaches[approach]}
                    <span className="block text-xs text-text-2">{t.approachNotes[approach]}</span>
                  </span>
                ),
              },
            ]
          : []),
        { key: 'dates', label: t.dates, value: <TestDays project={project} /> },
        ...(completedAt
          ? [{ key: 'completed', label: t.completed, value: <DateText at={completedAt} /> }]
          : []),
        { key: 'leads', label: t.leads(leads.length), value: leads.join(', ') },
        ...(standards.length > 0
          ? [
              {
                key: 'standards',
                label: t.standards,
                value: standards.map((standard) => <Tag key={standard}>{standard}</Tag>),
              },
            ]
          : []),
      ]}
    />
  );
}
