import { APPROACH_LABEL, RESULT_LABEL, SCOPE_KIND_LABEL } from '@sallyport/contracts/common';
import type { ReportFindingRecord, ReportProject } from '@sallyport/db';
import type { ImageRef, ReportFinding, ReportModel } from '@sallyport/reporting';
import { type Block, parseRichText, type RichText } from '@sallyport/richtext';
import { cweOf } from '../findings/cwe.service.ts';
import { shownReference } from '../findings/reference.service.ts';
import { countSeverities, summaryText } from './summary-text.ts';

/** A report tells everything, or leaves out steps and evidence for who may not view them (C5). */
export type ReportVariant = 'full' | 'plain';

export interface ReportFacts {
  project: ReportProject;
  findings: readonly ReportFindingRecord[];
  version: { major: number; minor: number };
  generatedAt: Date;
  /** Who asked for it. */
  author: string;
}

/** The frozen content of a report: only this reaches the page. */
export function reportModel(facts: ReportFacts, variant: ReportVariant): ReportModel {
  const { project, findings, version, generatedAt, author } = facts;
  const counts = countSeverities(findings.map(({ severity }) => severity));
  const day = generatedAt.toISOString().slice(0, 10);
  const inRole = (role: string) => project.members.filter((member) => member.role === role).map(person);
  return {
    kind: 'penetration-test',
    version,
    language: 'en',
    classification: 'Confidential',
    generatedAt: generatedAt.toISOString(),
    timeZone: 'UTC',
    firm: party(project.firm),
    client: party(project.client),
    project: {
      name: project.name,
      reference: project.reference,
      type: project.type,
      approach: project.approach && APPROACH_LABEL[project.approach],
      standards: project.standards,
      testStart: project.testStart,
      testEnd: project.testEnd,
      description: shownFigures(parseRichText(project.description), new Map()),
    },
    versions: [
      ...project.releases.map(({ major, minor, day: date, by }) => ({
        label: `${major}.${minor}`,
        date,
        by,
        note: 'Released',
      })),
      { label: `${version.major}.${version.minor}`, date: day, by: author, note: 'This version' },
    ],
    scope: { inScope: targets(project, true), outOfScope: targets(project, false) },
    team: {
      management: project.managers.map(person),
      projectManagement: project.projectManagers.map(person),
      leads: inRole('OWNER'),
      testers: inRole('TESTER'),
      reviewers: inRole('REVIEWER'),
    },
    clientContacts: project.contacts.map(({ name, title, email }) => ({ name, title, email })),
    summary: { text: summaryText(project, counts), counts, total: findings.length },
    findings: findings.map((finding, index) => reportFinding(finding, index, variant)),
  };
}

function reportFinding(finding: ReportFindingRecord, index: number, variant: ReportVariant): ReportFinding {
  const isFull = variant === 'full';
  const images = isFull ? finding.evidence : [];
  const captions = new Map(images.map(({ id, caption }) => [id, caption]));
  const text = (markdown: string) => shownFigures(parseRichText(markdown), captions);
  const texts = {
    description: text(finding.description),
    impact: text(finding.impact),
    steps: isFull ? text(finding.steps) : [],
    recommendation: text(finding.recommendation),
  };
  const named = new Set(Object.values(texts).flatMap(figuresOf));
  const rest = images.filter(({ id }) => !named.has(id));
  return {
    reference: shownReference(finding.reference) ?? `Draft ${index + 1}`,
    title: finding.title,
    severity: finding.severity,
    score: score(finding),
    scannerVectors: finding.scannerVectors.map(({ version, vector }) => ({ version, vector })),
    cwe: finding.cwe.map(cweOf),
    cve: finding.cve,
    result: RESULT_LABEL[finding.result] as ReportFinding['result'],
    ...texts,
    // Evidence that no text names follows the steps, so that nothing attached for the client is lost.
    steps: [...texts.steps, ...rest.map(({ id, caption }) => figure(id, caption))],
    references: finding.links,
    instances: finding.instances.map(({ target, parameter, note, result }) => ({
      target,
      detail: [parameter && `Parameter: ${parameter}`, note].filter(Boolean).join('\n'),
      result: RESULT_LABEL[result] as ReportFinding['result'],
    })),
    images: Object.fromEntries(
      images.map((image) => [
        image.id,
        imageRef(image.fileId, image.alt || image.caption || 'Evidence', image.width, image.height),
      ]),
    ),
  };
}

/** The rating that counts, when it is a CVSS score. */
function score(finding: ReportFindingRecord): ReportFinding['score'] {
  const { severitySource, cvss31Vector, cvss31Score, cvss40Vector, cvss40Score } = finding;
  if (severitySource === 'CVSS31' && cvss31Vector !== null && cvss31Score !== null) {
    return { version: '3.1', score: cvss31Score, vector: cvss31Vector };
  }
  if (severitySource === 'CVSS40' && cvss40Vector !== null && cvss40Score !== null) {
    return { version: '4.0', score: cvss40Score, vector: cvss40Vector };
  }
  return null;
}

function figure(evidenceId: string, caption: string): Block {
  return { type: 'figure', evidenceId, caption };
}

/**
 * A text with the figures that this report shows, at any depth, and without the others. What was written about the
 * evidence stands below it; the words of the text itself where nothing was.
 */
function shownFigures(tree: RichText, captions: ReadonlyMap<string, string>): RichText {
  return tree.flatMap((block): Block[] => {
    switch (block.type) {
      case 'figure': {
        const caption = captions.get(block.evidenceId);
        return caption === undefined ? [] : [figure(block.evidenceId, caption || block.caption)];
      }
      case 'quote':
        return [{ ...block, children: shownFigures(block.children, captions) }];
      case 'list': {
        const items = block.items.map((item) => ({
          ...item,
          children: shownFigures(item.children, captions),
        }));
        return [{ ...block, items }];
      }
      default:
        return [block];
    }
  });
}

function figuresOf(tree: RichText): string[] {
  return tree.flatMap((block) => {
    if (block.type === 'figure') return [block.evidenceId];
    if (block.type === 'quote') return figuresOf(block.children);
    return block.type === 'list' ? block.items.flatMap(({ children }) => figuresOf(children)) : [];
  });
}

function party({ name, logo }: ReportProject['client']): ReportModel['client'] {
  return { name, logo: logo && imageRef(logo.fileId, `Logo of ${name}`, logo.width, logo.height) };
}

function imageRef(id: string, alt: string, widthPx: number, heightPx: number): ImageRef {
  return { id, alt, widthPx, heightPx };
}

function person({ name, title }: { name: string; title: string }): { name: string; title: string } {
  return { name, title };
}

function targets({ scope }: ReportProject, isInScope: boolean): ReportModel['scope']['inScope'] {
  return scope
    .filter((item) => item.isInScope === isInScope)
    .map(({ kind, target, note }) => ({
      target,
      kind: SCOPE_KIND_LABEL[kind as keyof typeof SCOPE_KIND_LABEL],
      note,
    }));
}

/** The files whose bytes a model shows, by the ids of their images. */
export function imageFilesOf(model: ReportModel): string[] {
  const logos = [model.firm.logo, model.client.logo].flatMap((logo) => (logo ? [logo.id] : []));
  return [
    ...new Set([
      ...logos,
      ...model.findings.flatMap(({ images }) => Object.values(images).map(({ id }) => id)),
    ]),
  ];
}
