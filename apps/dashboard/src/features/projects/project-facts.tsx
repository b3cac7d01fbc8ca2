import { AvatarStack, DateText, Person, Tag, TextLink, useStrings } from '@sallyport/ui';
import type { ReactNode } from 'react';
import { DayText } from '../../components/day-text.tsx';
import type { Project } from '../../components/project-frame.tsx';
import { daysUntil, noonOf } from '../../lib/days.ts';
import { faceOf } from '../../lib/face.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.projects.facts;

function Quiet({ children }: { children: ReactNode }) {
  return <span className="text-text-3">{children}</span>;
}

/** Two days as one span: "3 – 28 Nov 2025"; a day alone says which end it is. */
function Span({ from, to }: { from: string | null; to: string | null }) {
  const { locale } = useStrings();
  if (from !== null && to !== null)
    return (
      <span className="tabular-nums">
        {new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(
          noonOf(from),
          noonOf(to),
        )}
      </span>
    );
  return (
    <span>
      {from === null ? t.until : t.from} <DayText day={from ?? to} />
    </span>
  );
}

/** From when to when, and how much of it is left. */
function Dates({ project: { testStart, testEnd, status, isOverdue } }: { project: Project }) {
  if (testStart === null && testEnd === null) return <Quiet>{t.noDates}</Quiet>;
  const left = testEnd === null ? null : daysUntil(testEnd);
  const before = testStart === null ? null : daysUntil(testStart);
  const isOpen = status !== 'COMPLETED';
  return (
    <>
      <Span from={testStart} to={testEnd} />
      {isOpen && isOverdue && left !== null && left < 0 ? (
        <span className="font-medium text-negative-text">{t.daysLate(-left)}</span>
      ) : isOpen && status === 'UPCOMING' && before !== null && before > 0 ? (
        <Quiet>{t.startsIn(before)}</Quiet>
      ) : isOpen && left !== null && left >= 0 ? (
        <Quiet>{t.daysLeft(left)}</Quiet>
      ) : null}
    </>
  );
}

/** What a project is, as names and values. */
export function projectFacts(project: Project) {
  const { company, members, standards, scopeCount, approach, shownAt } = project;
  const leads = members.filter(({ role }) => role === 'OWNER');
  const team = members.filter(({ role }) => role !== 'OWNER');
  return [
    {
      key: 'company',
      label: t.company,
      value: <TextLink href={`/companies/${company.id}`}>{company.name}</TextLink>,
    },
    {
      key: 'type',
      label: t.type,
      value: project.type,
    },
    ...(approach
      ? [{ key: 'approach', label: t.approach, value: strings.projects.approaches[approach] }]
      : []),
    { key: 'dates', label: t.dates, value: <Dates project={project} /> },
    {
      key: 'leads',
      label: t.leads,
      value: leads.map(({ person }) => <Person key={person.id} {...faceOf(person)} />),
    },
    {
      key: 'team',
      label: t.team,
      value:
        team.length === 0 ? (
          <Quiet>{t.noTeam}</Quiet>
        ) : (
          <>
            <AvatarStack people={team.map(({ person }) => faceOf(person))} />
            {team.length <= 3 ? (
              <span className="text-text-2">
                {team.map(({ person }) => person.displayName.split(' ')[0]).join(', ')}
              </span>
            ) : null}
          </>
        ),
    },
    {
      key: 'standards',
      label: t.standards,
      value:
        standards.length === 0 ? (
          <Quiet>{t.none}</Quiet>
        ) : (
          <span className="flex flex-wrap gap-1 py-1">
            {standards.map(({ id, name }) => (
              <Tag key={id} title={name}>
                <span className="max-w-[min(14rem,36vw)] truncate">{name}</span>
              </Tag>
            ))}
          </span>
        ),
    },
    {
      key: 'scope',
      label: t.scope,
      value:
        scopeCount === 0 ? (
          <Quiet>{t.none}</Quiet>
        ) : (
          <TextLink href={`/projects/${project.id}/scope`}>{t.scopeCount(scopeCount)}</TextLink>
        ),
    },
    {
      key: 'shown',
      label: t.shown,
      value:
        shownAt === null ? (
          <Quiet>{t.notShown}</Quiet>
        ) : (
          <span>
            {t.shownSince} <DateText at={shownAt} />
          </span>
        ),
    },
  ];
}
