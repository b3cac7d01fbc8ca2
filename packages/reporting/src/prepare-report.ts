import { COLOURS, SEVERITY_COLOURS, TONES } from './colours.ts';
import { dayInWords, dayOfMoment, spanInWords } from './dates.ts';
import { ImageShelf } from './images.ts';
import { prepareFinding } from './prepare-finding.ts';
import { prepareText, type TextPlace } from './prepare-text.ts';
import { breakable, plainLine, printable, shortened } from './printable.ts';
import type { ReportModel } from './report-model.ts';
import { ReportProblem } from './report-problem.ts';
import { SEVERITIES } from './severity.ts';
import { RESULT_MEANINGS, SEVERITY_MEANINGS, SEVERITY_WORDS, WORDS } from './words.ts';

/** What the template reads besides images and the chart, and what was noticed on the way. */
export type PreparedReport = Readonly<{
  data: Readonly<Record<string, unknown>>;
  shelf: ImageShelf;
  warnings: string[];
}>;

const HEADER_LETTERS = 44;

/** Names that are there: nothing blank reaches the page. */
const filled = (texts: readonly string[]) => texts.map(plainLine).filter((text) => text.trim() !== '');

/** Turns the model into what the template prints: texts cleaned and cut, dates in words, images in files of their own. */
export function prepareReport(model: ReportModel, images: ReadonlyMap<string, Uint8Array>): PreparedReport {
  const shelf = new ImageShelf(images);
  const warnings: string[] = [];
  const warn = (warning: string) => void warnings.push(warning);
  let figures = 0;
  const whole = { shelf, warn, nextFigure: () => ++figures };
  const place = (name: string): TextPlace => ({ ...whole, name, images: {} });
  const { project, firm, client, team } = model;
  const version = `${model.version.major}.${model.version.minor}`;

  const party = ({ name, logo }: ReportModel['firm'], where: string) => ({
    name: printable(name),
    logo: logo && shelf.place(logo, where, plainLine(logo.alt).trim() || plainLine(name)),
  });
  const people = (list: ReportModel['team']['leads']) =>
    list.map(({ name, title }) => ({ name: printable(name), title: printable(title) }));
  const targets = (list: ReportModel['scope']['inScope']) =>
    list.map(({ target, kind, note }) => ({
      target: printable(target),
      kind: printable(kind),
      note: printable(note),
    }));

  const data = {
    words: WORDS,
    severities: SEVERITIES.map((key) => ({
      key,
      word: SEVERITY_WORDS[key],
      meaning: SEVERITY_MEANINGS[key],
      count: model.summary.counts[key],
    })),
    results: Object.entries(RESULT_MEANINGS).map(([word, meaning]) => ({ word, meaning })),
    colours: { ...COLOURS, severity: SEVERITY_COLOURS, tones: TONES },
    language: model.language,
    title: `${WORDS.title}: ${plainLine(project.name)}, ${plainLine(client.name)}`,
    generatedAt: parts(model.generatedAt),
    issued: dayInZone(model),
    version,
    classification: model.classification === null ? null : printable(model.classification),
    running: {
      left: `${shortened(client.name, HEADER_LETTERS)} · ${shortened(project.name, HEADER_LETTERS)}`,
      right: shortened(model.classification ?? '', HEADER_LETTERS),
      firm: shortened(firm.name, HEADER_LETTERS),
    },
    author: plainLine(firm.name),
    firm: party(firm, 'The logo of your firm'),
    client: party(client, 'The logo of the client'),
    project: {
      name: printable(project.name),
      reference: printable(project.reference),
      type: printable(project.type),
      approach: project.approach === null ? null : printable(project.approach),
      standards: filled(project.standards).map(breakable),
      testing: spanInWords(project.testStart, project.testEnd),
      description: prepareText(project.description, place(WORDS.about)),
    },
    versions: model.versions.map(({ label, date, by, note }) => ({
      label: printable(label),
      date: dayInWords(date),
      by: printable(by),
      note: printable(note),
    })),
    scope: { inScope: targets(model.scope.inScope), outOfScope: targets(model.scope.outOfScope) },
    teams: [
      { title: WORDS.management, people: people(team.management) },
      { title: WORDS.projectManagement, people: people(team.projectManagement) },
      { title: WORDS.leads, people: people(team.leads) },
      { title: WORDS.testers, people: people(team.testers) },
      { title: WORDS.reviewers, people: people(team.reviewers) },
    ].filter((group) => group.people.length > 0),
    contacts: model.clientContacts.map(({ name, title, email }) => ({
      name: printable(name),
      title: printable(title),
      email: printable(email),
    })),
    summary: {
      blocks: prepareText(model.summary.text, place(WORDS.summary)),
      total: model.summary.total,
      worst: model.summary.counts.critical + model.summary.counts.high,
      fixed: model.findings.filter(({ result }) => result === 'Fixed').length,
      instances: model.findings.reduce((sum, { instances }) => sum + instances.length, 0),
      chartAlt: `${WORDS.chartAlt} ${SEVERITIES.map((key) => `${SEVERITY_WORDS[key]}: ${model.summary.counts[key]}`).join(', ')}.`,
    },
    findings: model.findings.map((finding) => prepareFinding(finding, whole)),
  };
  return { data, shelf, warnings };
}

function dayInZone({ generatedAt, timeZone }: ReportModel): string {
  try {
    return dayOfMoment(generatedAt, timeZone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ReportProblem(`“${timeZone}” is not a time zone. Choose another in the settings.`, {
      cause: error,
    });
  }
}

/** A moment by its parts in UTC, for the document's own date. */
function parts(moment: string) {
  const date = new Date(moment);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}
