import { expect, test } from 'vitest';
import { IMPORT_LIMITS, type ImportLimits } from '../limits.ts';
import { fixture } from '../testing/fixtures.ts';
import { problemOf, readItems, type Source } from '../testing/read-all.ts';
import { nessusCsv } from './nessus-csv.ts';

const office = fixture('harbour-office.csv');
const HEADER = 'Plugin ID,Risk,Host,Protocol,Port,Name,Plugin Output';
const table = (...rows: readonly string[]) =>
  [HEADER, '1,Low,a.example,tcp,1,One,"two\nlines"', ...rows].join('\n');
const notUtf8 = Uint8Array.of(...new TextEncoder().encode(table('2,Low,b')), 0xe9, 0x0a);

/** Name, file, line of the problem, its words, and limits other than the usual. */
type Case = [string, Source, number | null, RegExp, Partial<ImportLimits>?];

const cases: Case[] = [
  ['an empty file', '', null, /^The file is empty/],
  ['another table', 'name,severity\nx,high\n', 1, /names no Nessus or Tenable columns/],
  ['one line without end', 'x'.repeat(200_000), 1, /names no Nessus or Tenable columns/],
  ['columns without host and name', 'Plugin ID,Risk\n1,Low', 1, /lacks .*“host”, “name”/],
  [
    'a file cut in a cell',
    office.slice(0, office.indexOf('account. (CVE')),
    30,
    /^The file ends early, inside a quoted cell/,
  ],
  ['a row cut short', table('2,Low,b.example'), 4, /has 3 cells where the first line has 7/],
  ['a row too long', table('2,Low,b.example,tcp,1,Two,x,y'), 4, /has 8 cells/],
  ['quotes that do not fit', table('2,Low,"b"x,tcp,1,Two,x'), 4, /quotes of the row/],
  [
    'a cell without end',
    table(`2,Low,b,tcp,1,Two,"${'x'.repeat(300_000)}`),
    4,
    /too long/,
    { maxTextChars: 1000 },
  ],
  ['a risk of its own', table('2,-1,b,tcp,1,Two,x'), 4, /severity “-1” is none of/],
  ['a port that is no number', table('2,Low,b,tcp,=1+1,Two,x'), 4, /port “=1\+1” is not a number/],
  ['a plugin that is no number', table('x,Low,b,tcp,1,Two,x'), 4, /plugin ID “x” is not a number/],
  ['no host', table('2,Low,,tcp,1,Two,x'), 4, /names no host/],
  ['no name', table('2,Low,b,tcp,1, ,x'), 4, /no plugin name/],
  ['bytes that are not UTF-8', notUtf8, 4, /not UTF-8/],
  ['UTF-16', Uint8Array.of(0xfe, 0xff, 0, 0x50), 1, /UTF-16.*UTF-8/],
  ['more rows than allowed', office, 19, /more than 3 rows/, { maxItems: 3 }],
  ['more bytes than allowed', office, null, /larger than 0 MB/, { maxBytes: 2000 }],
];

test.each(cases)(
  'refuses %s, names the line and says what to do',
  async (_name, source, line, message, limits = {}) => {
    const problem = await problemOf(nessusCsv, source, { limits });
    expect(problem.userMessage).toMatch(message);
    expect(problem.userMessage).toMatch(/\. [A-Z].{20,}\.$/);
    if (line !== null) expect(problem.line).toBe(line);
  },
);

test('stops when the time is over', async () => {
  let now = 0;
  const clock = () => {
    now += 1000;
    return now;
  };
  const problem = await problemOf(nessusCsv, office, { clock, sizes: [100], limits: { maxMs: 5000 } });
  expect(problem.userMessage).toMatch(/took longer than 5 seconds/);
});

test('passes on what the upload itself throws', async () => {
  const broken = new Error('connection lost');
  async function* bytes() {
    yield new TextEncoder().encode(office.slice(0, 3000));
    throw broken;
  }
  const read = async () => {
    for await (const batch of nessusCsv.read(bytes(), IMPORT_LIMITS)) expect(batch.length).toBeGreaterThan(0);
  };
  await expect(read()).rejects.toBe(broken);
});

test('removes NUL and shows what a spreadsheet would run as text', async () => {
  const [, item] = await readItems(nessusCsv, table('2,Low,b,tcp,1,T\u0000wo,"\'=cmd()|x"'));
  expect(item).toMatchObject({ finding: { title: 'Two' }, instance: { output: '=cmd()|x' } });
});
