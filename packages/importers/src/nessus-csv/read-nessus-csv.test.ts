import { expect, test } from 'vitest';
import { IMPORT_LIMITS } from '../limits.ts';
import { nessusXml } from '../nessus-xml/nessus-xml.ts';
import { fixture } from '../testing/fixtures.ts';
import { inPieces, readFindings, readItems } from '../testing/read-all.ts';
import { nessusCsv } from './nessus-csv.ts';

const office = fixture('harbour-office.csv');
const HEADER =
  'Plugin ID,CVE,CVSS,Risk,Host,Protocol,Port,Name,Synopsis,Description,Solution,See Also,Plugin Output';
const ROW = '900201,,,Medium,quay.example,tcp,443,Test Plugin,Seen.,Long text.,Mend it.,,out';
const TENABLE_HEADER =
  'asset.name;asset.display_ipv4_address;definition.id;definition.name;definition.severity;severity;definition.cwe;;definition.cvss2.base_score;definition.cvss2.base_vector;definition.cvss3.base_vector;definition.see_also;output;port;protocol';
const TENABLE_ROW =
  'pier;192.0.2.70;900301;Loose Rope;Critical;Low;79, 80;It hangs.;5.0;CVSS2#AV:N/AC:L/Au:N/C:P/I:N/A:N;CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N;https://a.example/1, https://a.example/2;"\'\nSeen: 1";22;TCP';

test('reads the findings and places that the .nessus file of the same scan has', async () => {
  const places = ({ finding, instances }: Awaited<ReturnType<typeof readFindings>>[number]) => [
    finding.key,
    finding.title,
    finding.severity,
    finding.description,
    finding.recommendation,
    finding.references,
    finding.cve,
    instances.map(({ key, port, protocol, output }) => ({ key, port, protocol, output })),
  ];
  const fromTable = (await readFindings(nessusCsv, office)).map(places);
  expect(fromTable).toEqual((await readFindings(nessusXml, fixture('harbour-office.nessus'))).map(places));
  expect(fromTable).toHaveLength(6);
});

test('joins the rows that Nessus writes for each CVE', async () => {
  const items = await readItems(nessusCsv, office);
  const [critical] = await readFindings(nessusCsv, office);
  expect(items).toHaveLength(16);
  expect(critical).toMatchObject({
    finding: { key: 'nessus:900101', cve: ['CVE-2031-10410', 'CVE-2031-10411'] },
    instances: [{ key: 'ledger.harbour.example|tcp|443' }, { key: 'ledger.harbour.example|tcp|8443' }],
  });
});

test.each(['\n', '\r\n'])(
  'says on which line each row begins, also after cells over many lines (%j)',
  async (end) => {
    const lines = office.split('\n');
    for (const { line, finding } of await readItems(nessusCsv, office.replaceAll('\n', end))) {
      expect(lines[line - 1]).toMatch(new RegExp(`^"${finding.key.slice(7)}"`));
    }
  },
);

test.each([
  ['None', 'info'],
  ['Low', 'low'],
  ['Medium', 'medium'],
  ['High', 'high'],
  ['Critical', 'critical'],
  ['critical', 'critical'],
])('takes the risk %s as %s', async (risk, expected) => {
  const [item] = await readItems(nessusCsv, `${HEADER}\n${ROW.replace('Medium', risk)}`);
  expect(item?.finding.severity).toBe(expected);
});

test.each([
  ['semicolons', `${HEADER}\n${ROW}`.replaceAll(',', ';')],
  ['a byte order mark and CRLF', `\uFEFF${HEADER}\r\n${ROW}\r\n`],
  ['blank lines at the end', `${HEADER}\n${ROW}\n\n\n`],
  ['quoted names', `${HEADER.replaceAll(/[^,]+/g, '"$&"')}\n${ROW}`],
  ['other columns between', `Extra,${HEADER},More\nx,${ROW},y`],
  ['another order', `${HEADER.split(',').toReversed().join(',')}\n${ROW.split(',').toReversed().join(',')}`],
])('reads a table with %s', async (_name, text) => {
  const [plain] = await readItems(nessusCsv, `${HEADER}\n${ROW}`);
  expect(plain).toMatchObject({
    finding: { key: 'nessus:900201', description: 'Seen.\n\nLong text.', recommendation: 'Mend it.' },
    instance: { key: 'quay.example|tcp|443', address: null, port: 443, output: 'out' },
    line: 2,
  });
  expect(await readItems(nessusCsv, text)).toEqual([plain]);
});

test('reads the columns alone as nothing found', async () => {
  expect(await readItems(nessusCsv, HEADER)).toEqual([]);
  expect(await readItems(nessusCsv, `${HEADER}\n`)).toEqual([]);
});

test('takes an address in the host column as address too', async () => {
  const [item] = await readItems(nessusCsv, `${HEADER}\n${ROW.replace('quay.example', '2001:db8::7')}`);
  expect(item?.instance).toMatchObject({ host: '2001:db8::7', address: '2001:db8::7' });
});

test('reads the dotted columns of Tenable Vulnerability Management', async () => {
  expect(await readItems(nessusCsv, `${TENABLE_HEADER}\n${TENABLE_ROW}\n`)).toEqual([
    {
      finding: {
        key: 'nessus:900301',
        title: 'Loose Rope',
        severity: 'critical',
        description: 'It hangs.',
        recommendation: '',
        references: ['https://a.example/1', 'https://a.example/2'],
        cwe: [79, 80],
        cve: [],
        vectors: [
          { version: '2.0', vector: 'AV:N/AC:L/Au:N/C:P/I:N/A:N', score: 5 },
          { version: '3.0', vector: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N', score: null },
        ],
      },
      instance: {
        key: 'pier|tcp|22',
        host: 'pier',
        address: '192.0.2.70',
        port: 22,
        protocol: 'tcp',
        service: null,
        output: 'Seen: 1',
      },
      line: 2,
    },
  ]);
});

test('lets go of the file when its reader stops early', async () => {
  let isOpen = true;
  async function* bytes() {
    try {
      for (let turn = 0; turn < 1000; turn += 1) yield* inPieces(turn === 0 ? `${HEADER}\n` : `${ROW}\n`);
    } finally {
      isOpen = false;
    }
  }
  for await (const batch of nessusCsv.read(bytes(), IMPORT_LIMITS)) {
    expect(batch).toHaveLength(200);
    break;
  }
  await expect.poll(() => isOpen).toBe(false);
});
