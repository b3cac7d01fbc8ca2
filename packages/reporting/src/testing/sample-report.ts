import type { ReportFinding, ReportModel } from '../report-model.ts';
import { SEVERITIES } from '../severity.ts';
import { png, screenshot } from './png.ts';
import { sampleFindings } from './sample-findings.ts';
import { list, paragraph, strong } from './tree.ts';

const logo = (id: string, alt: string) => ({ id, alt, widthPx: 360, heightPx: 96 });

function countsOf(findings: readonly ReportFinding[]): ReportModel['summary']['counts'] {
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length;
  const [critical, high, medium, low, info] = SEVERITIES.map(count);
  return { critical: critical ?? 0, high: high ?? 0, medium: medium ?? 0, low: low ?? 0, info: info ?? 0 };
}

/** A complete report about a fictional engagement, with as many findings as are given. */
export function sampleReport(findings: readonly ReportFinding[] = sampleFindings): ReportModel {
  return {
    kind: 'penetration-test',
    version: { major: 1, minor: 0 },
    language: 'en',
    classification: 'Confidential',
    generatedAt: '2025-11-21T22:30:00Z',
    timeZone: 'Europe/Lisbon',
    firm: { name: 'Stonemere Security', logo: logo('firm-logo', 'Stonemere Security') },
    client: { name: 'Aldervale Bank', logo: logo('client-logo', 'Aldervale Bank') },
    project: {
      name: 'Online banking',
      reference: 'ALD-2025-014',
      type: 'Web application penetration test',
      approach: 'Grey box',
      standards: ['OWASP Top 10 2021', 'OWASP ASVS 5.0, level 2'],
      testStart: '2025-10-27',
      testEnd: '2025-11-14',
      description: [
        paragraph(
          'Aldervale Bank asked us to examine its online banking before the release of the new statement archive. We worked with two customer accounts in each of three companies, read the design documents, and had no access to the source code until the second week.',
        ),
        paragraph(
          'Denial of service and social engineering were excluded. The tests ran against the acceptance environment, which holds masked data.',
        ),
      ],
    },
    versions: [
      { label: '0.9', date: '2025-11-17', by: 'Ines Carvalho', note: 'Draft for comments' },
      {
        label: '1.0',
        date: '2025-11-21',
        by: 'Ines Carvalho',
        note: 'Comments of Aldervale Bank taken in; F-11 withdrawn',
      },
    ],
    scope: {
      inScope: [
        { target: 'https://www.aldervale.example', kind: 'URL', note: 'Customer pages, all roles' },
        { target: 'https://api.aldervale.example/v2', kind: 'URL', note: '' },
        { target: '192.0.2.0/26', kind: 'Network', note: 'Partner gateways' },
      ],
      outOfScope: [{ target: 'https://cards.aldervale.example', kind: 'URL', note: 'Run by a third party' }],
    },
    team: {
      management: [{ name: 'Robert Haines', title: 'Managing director' }],
      projectManagement: [{ name: 'Yara Demir', title: 'Engagement manager' }],
      leads: [{ name: 'Ines Carvalho', title: 'Principal consultant' }],
      testers: [
        { name: 'Tomasz Ostrowski', title: 'Senior consultant' },
        { name: 'Hana Kobayashi', title: 'Consultant' },
        { name: 'Nadia Arslan', title: '' },
      ],
      reviewers: [{ name: 'Marcus Lindqvist', title: 'Principal consultant' }],
    },
    clientContacts: [
      { name: 'Clara Whitcombe', title: 'Head of security', email: 'c.whitcombe@aldervale.example' },
      { name: 'Peter Okafor', title: 'Product owner', email: 'p.okafor@aldervale.example' },
    ],
    summary: {
      text: [
        paragraph(
          'The new online banking is ',
          strong('not ready for release'),
          '. One weakness lets anyone on the Internet read and change the data of every customer; it can be fixed within days. Around it, the design is sound: roles are kept apart, secrets are well stored, and the operators noticed most of what we did.',
        ),
        paragraph('We recommend, in this order:'),
        list(
          true,
          [
            paragraph(
              'Close the injection in the statement archive (F-01) and switch the export off until then.',
            ),
          ],
          [paragraph('End sessions at sign-out and at a change of password (F-02).')],
          [
            paragraph(
              'Check ownership of every object on the server (F-03), with tests that fail when a check is missing.',
            ),
          ],
        ),
      ],
      counts: countsOf(findings),
      total: findings.length,
    },
    findings,
  };
}

let images: ReadonlyMap<string, Uint8Array> | undefined;

/** The bytes of every image that the sample names. */
export function sampleImages(): ReadonlyMap<string, Uint8Array> {
  images ??= paintImages();
  return images;
}

function paintImages(): ReadonlyMap<string, Uint8Array> {
  const flat = (red: number, green: number, blue: number) =>
    png(360, 96, (x, y) =>
      (x < 96 && (x - 48) ** 2 + (y - 48) ** 2 < 2000) || (x > 120 && y > 30 && y < 66)
        ? [red, green, blue]
        : [255, 255, 255],
    );
  return new Map([
    ['client-logo', flat(55, 78, 150)],
    ['firm-logo', flat(13, 106, 109)],
    ['shot-1', screenshot(1280, 720, 1)],
    ['shot-2', screenshot(900, 1400, 2)],
  ]);
}
