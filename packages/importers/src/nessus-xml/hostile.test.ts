import { expect, test } from 'vitest';
import { IMPORT_LIMITS, type ImportLimits } from '../limits.ts';
import { fixture } from '../testing/fixtures.ts';
import { nessusItem, nessusReport } from '../testing/nessus-text.ts';
import { problemOf, readItems, type Source } from '../testing/read-all.ts';
import { nessusXml } from './nessus-xml.ts';

const office = fixture('harbour-office.nessus');
const utf16 = new Uint8Array(Uint16Array.from([...`\uFEFF${office}`], (char) => char.charCodeAt(0)).buffer);
const notUtf8 = Uint8Array.of(
  ...new TextEncoder().encode('<NessusClientData_v2>\n\n<Report name="'),
  0xc3,
  0x28,
);
const laughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<NessusClientData_v2><Report name="&lol2;"/></NessusClientData_v2>`;
const outward = `<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]><NessusClientData_v2>&file;</NessusClientData_v2>`;

/** Name, file, line of the problem, its words, and limits other than the usual. */
type Case = [string, Source, number | null, RegExp, Partial<ImportLimits>?];

const cases: Case[] = [
  ['an empty file', '', null, /^The file is empty/],
  ['blank lines alone', '\n\n\n', 4, /ends early, before its first element/],
  ['text that is not XML', '\nPlugin ID,CVE', 2, /not XML/],
  ['another root', '<?xml version="1.0"?>\n<issues></issues>', 2, /not a Nessus report.*“issues”/],
  ['the first version', '<NessusClientData>', 1, /old first version.*“Nessus \(\.nessus\)”/],
  ['entities that grow', laughs, 2, /DOCTYPE/],
  ['an entity from outside', outward, 1, /DOCTYPE/],
  [
    'a document type without entities',
    '<!DOCTYPE NessusClientData_v2>\n<NessusClientData_v2/>',
    1,
    /DOCTYPE/,
  ],
  ['an unknown entity', nessusReport('&lol;'), 4, /not well-formed XML: undefined entity/],
  ['tags that do not fit', nessusReport('<ReportHost name="a">\n</ReportItem>'), 5, /not well-formed XML/],
  ['a second root', '<NessusClientData_v2/>\n<NessusClientData_v2/>', 2, /not well-formed XML/],
  [
    'a file cut in a text',
    office.slice(0, office.indexOf('account. (CVE')),
    109,
    /^The file ends early, inside “description” \(line 109\)\. Download/,
  ],
  ['a file cut in a tag', nessusReport('<ReportHost na').split('\n</Rep')[0] ?? '', 4, /ends early/],
  ['nesting without end', nessusReport('<a>'.repeat(50)), 4, /nested more than 32 deep/],
  ['text without end', nessusReport(`<a>${'x'.repeat(600_000)}`), 4, /too long/, { maxTextChars: 1000 }],
  [
    'a comment without end',
    nessusReport(`<!--${'<'.repeat(600_000)}`),
    4,
    /too long/,
    { maxTextChars: 1000 },
  ],
  ['a declaration without end', `<!DOCTYPE ${'x'.repeat(600_000)}`, 1, /too long/, { maxTextChars: 1000 }],
  ['UTF-16', utf16, 1, /UTF-16.*UTF-8/],
  ['bytes that are not UTF-8', notUtf8, 3, /not UTF-8/],
  ['a character cut in two', Uint8Array.of(...notUtf8.slice(0, -1)), 3, /not UTF-8/],
  [
    'another encoding',
    '<?xml version="1.0" encoding="ISO-8859-1"?>\n<NessusClientData_v2/>',
    1,
    /“ISO-8859-1”, not UTF-8/,
  ],
  [
    'a port that is no number',
    nessusReport(nessusItem({ port: 'https' })),
    5,
    /port “https” is not a number/,
  ],
  ['a port too high', nessusReport(nessusItem({ port: '65536' })), 5, /port “65536”/],
  ['a negative port', nessusReport(nessusItem({ port: '-1' })), 5, /port “-1”/],
  ['no port', nessusReport(nessusItem({ port: null })), 5, /port “” is not a number/],
  [
    'a negative severity',
    nessusReport(nessusItem({ severity: '-1' })),
    5,
    /severity “-1” is not a number from 0 to 4/,
  ],
  ['no severity', nessusReport(nessusItem({ severity: null })), 5, /has no severity/],
  ['no plugin', nessusReport(nessusItem({ pluginID: null })), 5, /names no plugin/],
  [
    'a plugin that is no number',
    nessusReport(nessusItem({ pluginID: '__proto__' })),
    5,
    /plugin ID “__proto__”/,
  ],
  ['no plugin name', nessusReport(nessusItem({ pluginName: null })), 5, /no plugin name/],
  ['no host name', nessusReport(nessusItem()).replace('name="quay.example"', ''), 5, /names no host/],
  ['a result outside a host', nessusReport('<ReportItem port="1"/>'), 4, /outside a host/],
  ['a result inside another', nessusReport(nessusItem({}, '<ReportItem/>')), 5, /outside a host/],
  ['more results than allowed', office, 67, /more than 3 results/, { maxItems: 3 }],
  ['more bytes than allowed', office, null, /larger than 0 MB/, { maxBytes: 2000 }],
];

test.each(cases)(
  'refuses %s, names the line and says what to do',
  async (_name, source, line, message, limits = {}) => {
    const problem = await problemOf(nessusXml, source, { limits });
    expect(problem.userMessage).toMatch(message);
    expect(problem.userMessage).toMatch(/\. [A-Z].{20,}\.$/);
    if (line !== null) expect(problem.line).toBe(line);
    expect(problem.message).toBe(problem.userMessage);
  },
);

test('stops when the time is over', async () => {
  let now = 0;
  const clock = () => {
    now += 1000;
    return now;
  };
  const problem = await problemOf(nessusXml, office, { clock, sizes: [100], limits: { maxMs: 5000 } });
  expect(problem.userMessage).toMatch(/took longer than 5 seconds/);
  expect(problem.line).toBeGreaterThan(1);
});

test('passes on what the upload itself throws', async () => {
  const broken = new Error('connection lost');
  async function* bytes() {
    yield new TextEncoder().encode(office.slice(0, 3000));
    throw broken;
  }
  const read = async () => {
    for await (const batch of nessusXml.read(bytes(), IMPORT_LIMITS)) expect(batch.length).toBeGreaterThan(0);
  };
  await expect(read()).rejects.toBe(broken);
});

test('reads past a byte order mark, blank lines ahead of the declaration and CRLF, with true line numbers', async () => {
  const [plain] = await readItems(nessusXml, nessusReport(nessusItem()));
  const [marked] = await readItems(
    nessusXml,
    `\uFEFF\r\n \r\n${nessusReport(nessusItem()).replaceAll('\n', '\r\n')}`,
  );
  expect(plain?.line).toBe(5);
  expect(marked).toEqual({ ...plain, line: 7 });
});

test('removes control characters, written or referred to, from texts', async () => {
  const inside =
    '<description>a\u0000b\u0007c&#0;d&#x1f;e &amp;lt; f\u202Eg</description><plugin_output>x\u0000&#8;y</plugin_output>';
  const [item] = await readItems(
    nessusXml,
    nessusReport(nessusItem({ pluginName: 'T\u0001itle&#10;two' }, inside)),
  );
  expect(item).toMatchObject({
    finding: { title: 'Title two', description: 'abcde \\&lt; fg' },
    instance: { output: 'xy' },
  });
});

test('shortens long texts with a mark', async () => {
  const long = 'word '.repeat(1000);
  const inside = `<description>${long}</description><plugin_output>${long}</plugin_output>`;
  const [item] = await readItems(nessusXml, nessusReport(nessusItem({}, inside)), {
    limits: { maxTextChars: 100 },
  });
  expect(item?.finding.description).toMatch(/^(word ){19}word\n\n\(shortened here: .* 100 characters\)$/);
  expect(item?.instance.output).toMatch(/^(word ){19}word ?\n\n\(shortened here: /);
});

test('takes no text from elements inside the wanted one as fields of the item', async () => {
  const inside = '<description>a<solution>b</solution>c</description>';
  const [item] = await readItems(nessusXml, nessusReport(nessusItem({}, inside)));
  expect(item?.finding).toMatchObject({ description: 'abc', recommendation: '' });
});
