import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCode, plainLine } from './printable.ts';
import type { ReportFinding, ReportModel } from './report-model.ts';
import { ReportProblem } from './report-problem.ts';
import { readPdf, squeezed } from './testing/read-pdf.ts';
import { render } from './testing/render.ts';
import { finding } from './testing/sample-findings.ts';
import { sampleImages, sampleReport } from './testing/sample-report.ts';
import {
  code,
  codeBlock,
  figure,
  heading,
  link,
  list,
  paragraph,
  quote,
  strong,
  table,
} from './testing/tree.ts';

const HOSTILE = [
  '#set page(width: 1cm)',
  '#import "/etc/passwd"',
  '#read("/etc/passwd") #sys.inputs',
  '$x^2$ `raw` *bold* _it_ = Head <label> @ref',
  '{{ 7 * 7 }} \u0024{7*7} <%= 1 %>',
  '\\ \\u{41} \\" //comment /* */',
  '<b onclick="x">&amp;</b>',
  '=1+1',
  '[](){}~---...“”\'"',
];

/** A report in which a text stands everywhere a text can stand. */
function everywhere(text: string): ReportModel {
  const base = sampleReport();
  const blocks = [
    heading(1, text),
    heading(4, text),
    paragraph(text, code(text), strong(text), link('https://x.example/', text), { type: 'break' }, text),
    list(true, [paragraph(text)], [codeBlock(text, text)]),
    quote(paragraph(text)),
    table([text, text], [text, text]),
    codeBlock('http', text),
    figure('shot-1', text),
  ];
  const given: Partial<ReportFinding> = {
    reference: text,
    scannerVectors: [{ version: text, vector: text }],
    cve: [text],
    description: blocks,
    impact: blocks,
    references: [text],
    instances: [{ target: text, detail: text, result: 'Open' }],
    images: { 'shot-1': { id: 'shot-1', alt: text, widthPx: 1280, heightPx: 720 } },
  };
  const outline = {
    title: text,
    severity: 'high',
    score: { version: '3.1', score: 7, vector: text },
    cwe: [{ id: 1, name: text }],
    result: 'Open',
  } as const;
  const person = { name: text, title: text };
  return {
    ...base,
    classification: text,
    firm: { name: text, logo: base.firm.logo },
    client: { name: text, logo: null },
    project: {
      ...base.project,
      name: text,
      reference: text,
      type: text,
      approach: text,
      standards: [text],
      description: blocks.slice(0, -1),
    },
    versions: [{ label: text, date: '2025-01-01', by: text, note: text }],
    scope: {
      inScope: [{ target: text, kind: text, note: text }],
      outOfScope: [{ target: text, kind: text, note: text }],
    },
    team: {
      management: [person],
      projectManagement: [person],
      leads: [person],
      testers: [person],
      reviewers: [person],
    },
    clientContacts: [{ ...person, email: text }],
    summary: { ...base.summary, text: blocks.slice(0, -1) },
    findings: [finding(1, outline, given)],
  };
}

describe('texts are shown, never obeyed', () => {
  it('markup, templates, formulas and HTML', async () => {
    const { pdf, warnings } = render(everywhere(HOSTILE.join(' ')));
    const read = await readPdf(pdf);
    const all = squeezed(read.pages.join(''));
    expect(warnings).toEqual([]);
    for (const text of HOSTILE) {
      expect(all).toContain(squeezed(text));
      expect(read.info['Title']).toContain(text);
    }
  });

  it('control characters, lone surrogates and overrides', async () => {
    const { pdf } = render(everywhere('a\u0000b\u001b[31mc\u202Ed\uFEFFe\uD800f\u0007g\uFFFFh\r\ni\tj'));
    expect(squeezed((await readPdf(pdf)).pages.join(''))).toContain('ab[31mcde');
  });

  it('scripts from right to left and from the Far East, marks and pictures', async () => {
    const text = 'שלום مرحبا 漢字かな Ελλάδα Привет é̂ ✓ ⚠ 🔒';
    const { pdf, warnings } = render(everywhere(text));
    expect(warnings).toEqual([]);
    expect((await readPdf(pdf)).pages.join('')).toContain('漢字かな');
  });

  it('words of 10,000 letters stay on the paper', async () => {
    const word = 'Ab9'.repeat(3_334);
    const outline = { title: word, severity: 'low', score: null, cwe: [], result: 'Open' } as const;
    const description = [
      paragraph(word, code(word)),
      list(true, [codeBlock('http', word)]),
      table(['a', 'b'], [word, word]),
    ];
    const instances = [{ target: word, detail: word, result: 'Open' as const }];
    const base = sampleReport([finding(1, outline, { description, instances })]);
    const { pdf } = render({ ...base, client: { name: word, logo: null } });
    const { pages } = await readPdf(pdf);
    // Nowhere is a line wider than the paper, and each place shows the whole word.
    const longest = Math.max(
      ...pages
        .join('\n')
        .split('\n')
        .map((line) => line.length),
    );
    expect(longest).toBeLessThan(160);
    expect(pages.join('').replaceAll(/[^Ab9]/g, '').length).toBeGreaterThan(9 * word.length);
  });

  it('anything at all, in any place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
        expect(render(everywhere(text)).pdf.byteLength).toBeGreaterThan(10_000);
      }),
      { numRuns: 6, seed: Number(process.env['SALLYPORT_SEED'] ?? 20_261_122), verbose: 1 },
    );
  });
});

describe('cleaning', () => {
  it('leaves nothing that the typesetter or a reader stumbles over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const clean of [plainLine(text), plainCode(text)]) {
          expect(clean.replaceAll(/[\t\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
          expect(() => JSON.parse(JSON.stringify(clean))).not.toThrow();
        }
      }),
    );
  });

  it('shows an escape in code as a sign', () => {
    expect(plainCode('\u001b[31mred\u007f\r\n\tx')).toBe('␛[31mred␡\n\tx');
  });
});

describe('images', () => {
  const withShot = (bytes: Uint8Array | null) => {
    const images = new Map(sampleImages());
    if (bytes === null) images.delete('shot-1');
    else images.set('shot-1', bytes);
    return () => render(sampleReport(), images);
  };
  const problem = (attempt: () => unknown) => {
    try {
      attempt();
    } catch (error) {
      if (error instanceof ReportProblem) return error.userMessage;
      throw error;
    }
    return null;
  };
  const shot = sampleImages().get('shot-1') ?? new Uint8Array();

  it.each([
    ['missing', null, 'the image is missing'],
    ['text', new TextEncoder().encode('not an image'), 'not a PNG, JPEG or WebP'],
    ['empty', new Uint8Array(), 'not a PNG, JPEG or WebP'],
    [
      'an SVG',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'not a PNG, JPEG or WebP',
    ],
    ['cut off', shot.subarray(0, 4_000), 'cut off'],
  ])('that are %s name the figure', (_, bytes, message) => {
    const said = problem(withShot(bytes));
    expect(said).toContain('F-01, figure “The answer of the archive with the names of its tables”');
    expect(said).toContain(message);
  });

  it('that were never attached are warned of and shown as absent', async () => {
    const outline = { title: 'T', severity: 'low', score: null, cwe: [], result: 'Open' } as const;
    const { pdf, warnings } = render(
      sampleReport([finding(1, outline, { steps: [figure('gone', 'Login')] })]),
    );
    expect(warnings).toEqual(['F-01: the image of “Login” is not available.']);
    expect((await readPdf(pdf)).pages.join('')).toContain('Image not available');
  });
});
