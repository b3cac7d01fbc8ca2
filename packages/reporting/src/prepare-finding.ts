import { linkable, type PrintBlock, prepareText, type TextPlace } from './prepare-text.ts';
import { breakable, type Printable, plainLine, printable } from './printable.ts';
import type { ReportFinding } from './report-model.ts';
import type { Severity } from './severity.ts';
import { WORDS } from './words.ts';

export type PrintFinding = Readonly<{
  reference: Printable;
  title: Printable;
  severity: Severity;
  result: string;
  score: Readonly<{ version: string; score: string; vector: Printable }> | null;
  scannerVectors: readonly Readonly<{ version: Printable; vector: Printable }>[];
  cwe: readonly Readonly<{ label: Printable; href: string }>[];
  cve: readonly Readonly<{ label: Printable; href: string | null }>[];
  sections: readonly Readonly<{ title: string; blocks: readonly PrintBlock[] }>[];
  references: readonly Readonly<{ text: Printable; href: string | null }>[];
  instances: readonly Readonly<{ target: Printable; detail: Printable; result: string; whole: boolean }>[];
}>;

/** A row of more letters may be split over two pages. */
const LONGEST_WHOLE_ROW = 800;
const CVE = /^CVE-\d{4}-\d{4,}$/;

/** A finding as the template reads it; sections without a word are left out. */
export function prepareFinding(
  finding: ReportFinding,
  report: Pick<TextPlace, 'shelf' | 'nextFigure' | 'warn'>,
): PrintFinding {
  const place: TextPlace = { ...report, name: plainLine(finding.reference), images: finding.images };
  const sections = [
    { title: WORDS.description, blocks: prepareText(finding.description, place) },
    { title: WORDS.impact, blocks: prepareText(finding.impact, place) },
    { title: WORDS.steps, blocks: prepareText(finding.steps, place) },
    { title: WORDS.recommendation, blocks: prepareText(finding.recommendation, place) },
  ];
  return {
    reference: breakable(place.name),
    title: printable(finding.title),
    severity: finding.severity,
    result: finding.result,
    score: finding.score && {
      version: finding.score.version,
      score: finding.score.score.toFixed(1),
      vector: printable(finding.score.vector),
    },
    scannerVectors: finding.scannerVectors.map(({ version, vector }) => ({
      version: printable(version),
      vector: printable(vector),
    })),
    cwe: finding.cwe.map(({ id, name }) => ({
      label: printable(`CWE-${id} ${name}`.trim()),
      href: `https://cwe.mitre.org/data/definitions/${id}.html`,
    })),
    cve: finding.cve.map((id) => ({
      label: printable(id),
      href: CVE.test(id) ? `https://www.cve.org/CVERecord?id=${id}` : null,
    })),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    references: finding.references
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text: printable(text), href: linkable(text.trim()) ? text.trim() : null })),
    instances: finding.instances.map(({ target, detail, result }) => ({
      target: printable(target),
      detail: printable(detail),
      result,
      whole: target.length + detail.length <= LONGEST_WHOLE_ROW,
    })),
  };
}
