import type { Answer } from '../../doors/testing/test-doors.ts';
import type { Observer, World } from './world.ts';

/** What an observer saw: one line per question, every byte of the answer. */
export type Sight = ReadonlyMap<string, string>;

interface Question {
  /** Path of a procedure, or method and URL of a route, as they are declared. */
  subject: string;
  detail: string;
  ask: () => Promise<Answer>;
}

/** Ids that a question can be about: ours and theirs, out and not, and one that nobody has. */
interface Ids {
  projects: readonly string[];
  findings: readonly string[];
  evidence: readonly string[];
  reports: readonly string[];
}

export const NOBODYS_ID = '7b1d6a34-90f2-4c51-8a4e-5d2f6c0b9e17';
const AT_ONCE = 8;
const PAGE = 2;
const SEARCHES = ['weakness', 'F-01', 'f-3', 'CVE-2026-1000', 'canary', '%', '_', "'"];
const FILTERS = [
  { severity: ['critical'] },
  { severity: ['high', 'low'] },
  { severity: ['info'] },
  { result: ['OPEN'] },
  { result: ['FIXED', 'WITHDRAWN'] },
];

/** Everything that the observers of our company can ask, asked now; or their lists alone, which is sooner done. */
export async function look(world: World, isWhole = true): Promise<Sight> {
  const sight = new Map<string, string>();
  for (const observer of world.observers) {
    const questions = isWhole ? questionsOf(world, observer) : listQuestions(world, observer);
    for (let at = 0; at < questions.length; at += AT_ONCE) {
      const answers = questions
        .slice(at, at + AT_ONCE)
        .map(async ({ subject, detail, ask }) => [`${subject} ${detail}`, bytesOf(await ask())] as const);
      for (const [name, bytes] of await Promise.all(answers)) sight.set(`${observer.name}: ${name}`, bytes);
    }
    for (const [name, bytes] of await pagesOf(world, observer)) sight.set(`${observer.name}: ${name}`, bytes);
  }
  return sight;
}

/** Subjects that `look` asks about, for holding them against what the portal offers. */
export function askedSubjects(world: World): Set<string> {
  return new Set(
    world.observers.flatMap((observer) => questionsOf(world, observer).map(({ subject }) => subject)),
  );
}

/** The same questions about things that were made later: each must be answered like an id that nobody has. */
export async function lookAtOne(world: World, id: string): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const observer of world.observers.filter(({ asks }) => asks !== 'lists')) {
    const ids = { projects: [id], findings: [id], evidence: [id], reports: [id] };
    for (const { subject, ask } of singleQuestions(world, observer, ids)) {
      found.push([`${observer.name}: ${subject}`, bytesOf(await ask())]);
    }
  }
  return found;
}

/** Questions of the second look whose answers differ from those in the first. */
export function differences(before: Sight, after: Sight): string[] {
  return [...after.keys()]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => `${name}\n  before: ${before.get(name)}\n  after:  ${after.get(name)}`);
}

const MOVING = new Set(['date', 'x-request-id', 'set-cookie']);

function bytesOf({ status, headers, bytes }: Answer): string {
  const kept = Object.entries(headers).filter(([name]) => !MOVING.has(name));
  return JSON.stringify([status, kept.toSorted(([a], [b]) => a.localeCompare(b)), bytes.toString('latin1')]);
}

function listQuestions(world: World, observer: Observer): Question[] {
  const { procedure, route } = askers(world, observer);
  return [
    procedure('door.getDoor'),
    procedure('auth.getCurrent'),
    procedure('auth.getSignInSummary'),
    procedure('profile.getProfile'),
    procedure('factors.get'),
    procedure('sessions.list'),
    // Whoever looks at files finds that in their activity: it is asked by those who look at none.
    ...(observer.asks === 'lists' ? [procedure('ownActivity.list', {})] : []),
    procedure('home.getHome'),
    procedure('projects.listProjects'),
    procedure('findings.listFindings', {}),
    procedure('reports.listReports', {}),
    route('GET /files/logo', '/files/logo'),
    route('GET /files/photo', '/files/photo'),
  ];
}

function questionsOf(world: World, observer: Observer): Question[] {
  const { procedure } = askers(world, observer);
  const lists = listQuestions(world, observer);
  if (observer.asks === 'lists') return lists;
  if (observer.asks === 'what is there')
    return [...lists, ...singleQuestions(world, observer, shownIds(world))];
  const ids = idsOf(world);
  return [
    ...lists,
    ...FILTERS.map((filter) => procedure('findings.listFindings', filter)),
    ...SEARCHES.map((search) => procedure('findings.listFindings', { search, limit: PAGE })),
    ...ids.projects.flatMap((projectId) => [
      procedure('findings.listFindings', { projectId, limit: 1 }),
      procedure('reports.listReports', { projectId }),
    ]),
    ...singleQuestions(world, observer, ids),
  ];
}

function singleQuestions(world: World, observer: Observer, ids: Ids): Question[] {
  const { procedure, route } = askers(world, observer);
  return [
    ...ids.projects.map((projectId) => procedure('projects.getProject', { projectId })),
    ...ids.findings.map((findingId) => procedure('findings.getFinding', { findingId })),
    ...ids.evidence.map((id) => route('GET /files/evidence/:evidenceId', `/files/evidence/${id}`)),
    ...ids.reports.map((id) => route('GET /files/reports/:reportId', `/files/reports/${id}`)),
  ];
}

function askers({ doors: { portal } }: World, { as }: Observer) {
  return {
    procedure: (path: string, input?: object): Question => ({
      subject: path,
      detail: JSON.stringify(input ?? null),
      ask: () => portal.call(path, input, { as }),
    }),
    route: (subject: string, url: string): Question => ({
      subject,
      detail: url,
      ask: () => portal.send(url, { as }),
    }),
  };
}

/** The whole list of findings, page after page, by the cursors that the pages give. */
async function pagesOf({ doors }: World, { as, asks }: Observer): Promise<[string, string][]> {
  const pages: [string, string][] = [];
  let cursor: string | null = null;
  while (asks === 'everything') {
    const input: object = { limit: PAGE, ...(cursor === null ? {} : { cursor }) };
    const answer = await doors.portal.call('findings.listFindings', input, { as });
    pages.push([`findings.listFindings page ${pages.length}`, bytesOf(answer)]);
    cursor = answer.data<{ nextCursor: string | null }>().nextCursor;
    if (cursor === null) break;
  }
  return pages;
}

function shownIds({ shown, completed }: World): Ids {
  const both = [shown, completed];
  return {
    projects: both.map(({ project }) => project.id),
    findings: both.flatMap(({ published }) => published.map(({ id }) => id)),
    evidence: both.map(({ clientEvidenceId }) => clientEvidenceId),
    reports: both.map(({ releasedReportId }) => releasedReportId),
  };
}

function idsOf(world: World): Ids {
  const { shown, completed, hidden, restricted, foreign } = world;
  const all = [shown, completed, hidden, restricted, foreign];
  const unseen = [hidden, restricted, foreign];
  return {
    projects: [...all.map(({ project }) => project.id), NOBODYS_ID],
    findings: [
      ...shownIds(world).findings,
      ...shown.drafts.map(({ id }) => id),
      ...unseen.flatMap(({ published }) => published.slice(0, 1).map(({ id }) => id)),
      NOBODYS_ID,
    ],
    evidence: [
      ...all.flatMap((one) => [one.clientEvidenceId, one.internalEvidenceId]),
      shown.draftEvidenceId,
      NOBODYS_ID,
    ],
    reports: [...all.flatMap((one) => [one.releasedReportId, one.draftReportId]), NOBODYS_ID],
  };
}
