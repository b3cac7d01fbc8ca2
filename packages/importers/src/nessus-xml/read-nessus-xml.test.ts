import { expect, test } from 'vitest';
import { IMPORT_LIMITS } from '../limits.ts';
import { fixture } from '../testing/fixtures.ts';
import { nessusItem, nessusReport } from '../testing/nessus-text.ts';
import { inPieces, readFindings, readItems } from '../testing/read-all.ts';
import { nessusXml } from './nessus-xml.ts';

const office = fixture('harbour-office.nessus');

test('reads every finding once, most severe first, with all its places', async () => {
  const findings = await readFindings(nessusXml, office);
  expect(findings.map(({ finding, instances }) => [finding.key, finding.severity, instances.length])).toEqual(
    [
      ['nessus:900101', 'critical', 2],
      ['nessus:900102', 'high', 1],
      ['nessus:900103', 'medium', 2],
      ['nessus:900104', 'low', 1],
      ['nessus:900106', 'info', 4],
      ['nessus:900105', 'info', 4],
    ],
  );
});

test('keeps texts, vectors, references and numbers of a finding', async () => {
  const [critical] = await readFindings(nessusXml, office);
  expect(critical?.finding).toEqual({
    key: 'nessus:900101',
    title: 'Cargo Ledger < 4.2.1 Remote Command Execution',
    severity: 'critical',
    description: [
      'A business application on the remote host runs commands for strangers.',
      'The installed release of Cargo Ledger is older than 4.2.1. It is affected by the following weaknesses :',
      "- The import page hands the file name to a shell. A stranger who can reach the page runs commands as the service's own account. (CVE-2031-10410)\n" +
        '- The backup page shows the database password in \\<input type="hidden"> fields. (CVE-2031-10411)',
      'Only the version that the application reports was looked at.',
    ].join('\n\n'),
    recommendation: 'Install Cargo Ledger 4.2.1 or newer.',
    references: ['https://vendor.example/ledger/4.2.1', 'https://advisories.example/2031/104_ledger'],
    cwe: [78],
    cve: ['CVE-2031-10410', 'CVE-2031-10411'],
    vectors: [
      { version: '2.0', vector: 'AV:N/AC:L/Au:N/C:C/I:C/A:C', score: 10 },
      { version: '3.1', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8 },
      {
        version: '4.0',
        vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
        score: 9.3,
      },
    ],
  });
});

test('names host, address, port, protocol, service and output of each place', async () => {
  const [critical] = await readFindings(nessusXml, office);
  expect(critical?.instances).toEqual([
    {
      key: 'ledger.harbour.example|tcp|443',
      host: 'ledger.harbour.example',
      address: '192.0.2.12',
      port: 443,
      protocol: 'tcp',
      service: 'www',
      output:
        '  Address           : https://ledger.harbour.example/login\n  Installed version : 4.1.7\n  Fixed version     : 4.2.1',
    },
    expect.objectContaining({ key: 'ledger.harbour.example|tcp|8443', port: 8443 }),
  ]);
});

test('reads what acts in Markdown as text, and "n/a" as no recommendation', async () => {
  const findings = await readFindings(nessusXml, office);
  const byKey = new Map(findings.map(({ finding }) => [finding.key, finding]));
  expect(byKey.get('nessus:900104')).toMatchObject({
    description: expect.stringContaining(
      '\\`\\{\\{product\\}\\} \\{\\{version\\}\\}\\` as \\*it is installed\\*',
    ),
    recommendation: '\\=Set("greeting"; "") in the settings, or choose a neutral one.',
  });
  expect(byKey.get('nessus:900105')?.recommendation).toBe('');
});

test('says on which line each item begins', async () => {
  const items = await readItems(nessusXml, office);
  const lines = office.split('\n');
  for (const { line, finding } of items) {
    expect(lines[line - 1]).toMatch(new RegExp(`^<ReportItem .*pluginID="${finding.key.slice(7)}"`));
  }
  expect(items).toHaveLength(14);
});

test('gives the same keys at every import', async () => {
  const keys = async () =>
    (await readItems(nessusXml, office)).map(({ finding, instance }) => `${finding.key} ${instance.key}`);
  const first = await keys();
  expect(new Set(first).size).toBe(14);
  expect(await keys()).toEqual(first);
});

test.each([
  ['0', 'info'],
  ['1', 'low'],
  ['2', 'medium'],
  ['3', 'high'],
  ['4', 'critical'],
])('takes severity %s as %s, whatever the vector says', async (severity, expected) => {
  const inside = '<cvss3_vector>CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H</cvss3_vector>';
  const [item] = await readItems(nessusXml, nessusReport(nessusItem({ severity }, inside)));
  expect(item?.finding.severity).toBe(expected);
});

test('keeps the highest severity and the first text of a plugin', async () => {
  const findings = await readFindings(
    nessusXml,
    nessusReport(
      nessusItem({ severity: '1' }, '<description>First.</description>') +
        nessusItem({ severity: '3', port: '80' }, '<description>Second.</description>'),
    ),
  );
  expect(findings).toMatchObject([{ finding: { severity: 'high', description: 'First.' } }]);
});

test.each([
  ['an empty report', nessusReport('')],
  ['no report', '<NessusClientData_v2/>'],
  ['a host without results', nessusReport('<ReportHost name="quay.example"></ReportHost>')],
])('reads %s as nothing found', async (_name, text) => {
  expect(await readItems(nessusXml, text)).toEqual([]);
});

test('reads weaknesses among the cross-references, and port 0 as the host itself', async () => {
  const [item] = await readItems(
    nessusXml,
    nessusReport(nessusItem({ port: '0' }, '<xref>OSVDB:7</xref><xref>CWE:79</xref>')),
  );
  expect(item).toMatchObject({ finding: { cwe: [79] }, instance: { port: null, key: 'quay.example|tcp|0' } });
});

test('drops a vector that is not written as the standard says', async () => {
  const inside =
    '<cvss_vector>javascript:alert(1)</cvss_vector><cvss3_vector>CVSS:9.9/AV:N/AC:L/PR:N</cvss3_vector>';
  const [item] = await readItems(nessusXml, nessusReport(nessusItem({}, inside)));
  expect(item?.finding.vectors).toEqual([]);
});

test('lists only web addresses as references', async () => {
  const inside =
    '<see_also>javascript:alert(1)\nhttps://a.example/x,\nfile:///etc/passwd http://[\n</see_also>';
  const [item] = await readItems(nessusXml, nessusReport(nessusItem({}, inside)));
  expect(item?.finding.references).toEqual(['https://a.example/x']);
});

test('lets go of the file when its reader stops early', async () => {
  let isOpen = true;
  async function* bytes() {
    try {
      yield* inPieces(office, [4000]);
    } finally {
      isOpen = false;
    }
  }
  for await (const batch of nessusXml.read(bytes(), IMPORT_LIMITS)) {
    expect(batch.length).toBeGreaterThan(0);
    break;
  }
  expect(isOpen).toBe(false);
});
