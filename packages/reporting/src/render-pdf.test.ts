import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderPdf } from './render-pdf.ts';
import { ReportModel } from './report-model.ts';
import { fontFiles, templateFolder } from './testing/paths.ts';
import { readPdf, squeezed } from './testing/read-pdf.ts';
import { render } from './testing/render.ts';
import { finding, sampleFindings } from './testing/sample-findings.ts';
import { sampleImages, sampleReport } from './testing/sample-report.ts';
import { paragraph } from './testing/tree.ts';

const outline = { title: 'A title', severity: 'low', score: null, cwe: [], result: 'Open' } as const;

describe('a report with findings', async () => {
  const model = ReportModel.parse(sampleReport());
  const { pdf, pages, warnings } = render(model);
  const read = await readPdf(pdf);
  const all = squeezed(read.pages.join('\n'));

  it('keeps the strict standard, so that nothing is to be warned of', () => {
    expect(warnings).toEqual([]);
    expect(read.isTagged).toBe(true);
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfuaid');
  });

  it('says what it is and when it was made', () => {
    expect(read.info['Title']).toBe('Penetration test report: Online banking, Aldervale Bank');
    expect(read.info['Author']).toBe('Stonemere Security');
    expect(read.info['CreationDate']).toBe('D:20251121223000Z');
    expect(read.language).toBe('en');
  });

  it('shows on its cover for whom it is and how it is to be handled', () => {
    const cover = squeezed(read.pages[0] ?? '');
    for (const text of [
      'Online banking',
      'Aldervale Bank',
      'Stonemere Security',
      'Confidential',
      '21 Nov 2025',
      '1.0',
    ])
      expect(cover).toContain(squeezed(text));
  });

  it('has every text of every finding', () => {
    for (const each of sampleFindings) {
      expect(all).toContain(squeezed(`${each.reference}${each.title}`));
      for (const { target } of each.instances) expect(all).toContain(squeezed(target));
      if (each.score !== null) expect(all).toContain(each.score.vector);
    }
    expect(all).toContain(squeezed('payload = f"2025\' AND ascii(substr((SELECT iban'));
    expect(all).toContain(squeezed('Scanner’s vector'));
  });

  it('numbers its pages, each with the client, the project and the classification', () => {
    expect(read.pages).toHaveLength(pages);
    for (const [index, text] of read.pages.entries()) {
      if (index === 0) continue;
      expect(squeezed(text)).toContain(`Page${index + 1}of${pages}`);
      expect(squeezed(text)).toContain('AldervaleBank·Onlinebanking');
      expect(text).toContain('Confidential');
    }
  });

  it('has bookmarks for sections and findings, and contents that name their pages', () => {
    expect(read.bookmarks).toContain('Executive summary');
    for (const [index, each] of sampleFindings.entries()) {
      expect(read.bookmarks).toContain(`${each.reference}  ${each.title}`);
      const at = read.pages.findIndex(
        (text, page) => page > 2 && text.includes(`${each.reference}`) && text.includes('Result'),
      );
      expect(at, `${index}`).toBeGreaterThan(0);
    }
    expect(squeezed(read.pages[1] ?? '')).toMatch(/ExecutivesummaryS?\d/);
    // Contents and the table at a glance lead to each of the findings.
    expect(read.innerLinks).toBeGreaterThanOrEqual(sampleFindings.length * 2);
    expect(read.addresses).toContain('https://cwe.mitre.org/data/definitions/89.html');
  });

  it('numbers its figures from the first finding to the last', () => {
    expect(all).toContain(squeezed('Figure 1: The answer of the archive'));
    expect(all).toContain(squeezed('Figure 2: The script runs'));
  });

  it('is structured for those who do not see it', () => {
    const roles = new Set(read.roles.flat());
    for (const role of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Figure', 'Link'])
      expect(roles).toContain(role);
  });

  it('repeats the head of a table that goes over pages', () => {
    const withHosts = read.pages.filter((text) => text.includes('192.0.2.') && text.includes(':443/tcp'));
    expect(withHosts.length).toBeGreaterThan(1);
    for (const text of withHosts) expect(squeezed(text)).toContain('TargetDetailResult');
  });
});

it('gives the same bytes for the same model', () => {
  const first = render(sampleReport());
  render(sampleReport([]));
  expect(Buffer.from(render(sampleReport()).pdf).equals(Buffer.from(first.pdf))).toBe(true);
});

it('gives other bytes for another model', () => {
  const other = { ...sampleReport(), generatedAt: '2025-11-21T22:30:01Z' };
  expect(Buffer.from(render(other).pdf).equals(Buffer.from(render(sampleReport()).pdf))).toBe(false);
});

it('leaves out what is empty', async () => {
  const nobody = { management: [], projectManagement: [], leads: [], testers: [], reviewers: [] };
  const full = sampleReport([]);
  const { pdf, warnings } = render({
    ...full,
    classification: null,
    firm: { name: 'Stonemere Security', logo: null },
    client: { name: 'Aldervale Bank', logo: null },
    project: {
      ...full.project,
      reference: '',
      approach: null,
      standards: [],
      testStart: null,
      testEnd: null,
      description: [],
    },
    versions: [],
    scope: { inScope: [], outOfScope: [] },
    team: nobody,
    clientContacts: [],
    summary: { ...full.summary, text: [] },
  });
  const { pages, bookmarks } = await readPdf(pdf);
  expect(warnings).toEqual([]);
  expect(pages.join('')).toContain('No findings were recorded');
  for (const absent of ['Scope', 'Teams', 'Findings']) expect(bookmarks).not.toContain(absent);
  for (const absent of ['Version history', 'Classification', 'Approach', 'Standards', 'Findings at a glance'])
    expect(pages.join('\n')).not.toContain(absent);
});

it('takes fonts as bytes too', () => {
  const blobs = fontFiles.map((path) => new Uint8Array(readFileSync(path)));
  const model = sampleReport([]);
  const { pdf } = renderPdf({ model, images: sampleImages(), templateFolder, fontFiles: { blobs } });
  expect(Buffer.from(pdf).equals(Buffer.from(render(model).pdf))).toBe(true);
});

it('reports its progress to the end', () => {
  const seen: string[] = [];
  const onProgress = (done: number, total: number) => void seen.push(`${done}/${total}`);
  renderPdf({ model: sampleReport([]), images: sampleImages(), templateFolder, fontFiles, onProgress });
  expect(seen[0]).toBe('0/4');
  expect(seen.at(-1)).toBe('4/4');
});

it('warns of a character without a sign and names the finding', async () => {
  const model = sampleReport([
    finding(1, outline),
    finding(2, outline, { impact: [paragraph('Seen in 한국 only')] }),
  ]);
  const { pdf, warnings } = render(model);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('F-02');
  expect(warnings[0]).toContain('“한” (U+D55C)');
  expect(warnings[0]).not.toContain('F-01');
  expect((await readPdf(pdf)).isTagged).toBe(true);
});
