import { expect, test } from 'vitest';
import { collectFindings } from './collect-findings.ts';
import type { ImportedFinding, ImportedInstance, ImportedItem } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';

const FINDING: ImportedFinding = {
  key: 'nessus:1',
  title: 'Loose Rope',
  severity: 'low',
  description: 'First.',
  recommendation: '',
  references: ['https://a.example/1'],
  cwe: [],
  cve: ['CVE-2031-10001'],
  vectors: [{ version: '2.0', vector: 'AV:N/AC:L/Au:N/C:P/I:N/A:N', score: 5 }],
};

const INSTANCE: ImportedInstance = {
  key: 'quay.example|tcp|22',
  host: 'quay.example',
  address: null,
  port: 22,
  protocol: 'tcp',
  service: null,
  output: 'one',
};

function item(finding: Partial<ImportedFinding>, instance: Partial<ImportedInstance> = {}): ImportedItem {
  return { finding: { ...FINDING, ...finding }, instance: { ...INSTANCE, ...instance }, line: 1 };
}

async function* batches(...of: readonly ImportedItem[][]) {
  yield* of;
}

test('makes one finding of one key, over batches, with the first text and the highest severity', async () => {
  const found = await collectFindings(
    batches([item({})], [item({ severity: 'high', description: 'Second.' }), item({ severity: 'info' })]),
  );
  expect(found).toEqual([{ finding: { ...FINDING, severity: 'high' }, instances: [INSTANCE] }]);
});

test('unites references, CVE, CWE and vectors without repeating any', async () => {
  const [found] = await collectFindings(
    batches([
      item({}),
      item({
        references: ['https://a.example/2', 'https://a.example/1'],
        cve: ['CVE-2031-10002'],
        cwe: [79],
        vectors: [
          { version: '2.0', vector: 'AV:N/AC:L/Au:N/C:P/I:N/A:N', score: null },
          { version: '3.1', vector: 'CVSS:3.1/AV:N', score: 7 },
        ],
      }),
    ]),
  );
  expect(found?.finding).toMatchObject({
    references: ['https://a.example/1', 'https://a.example/2'],
    cve: ['CVE-2031-10001', 'CVE-2031-10002'],
    cwe: [79],
    vectors: [{ score: 5 }, { version: '3.1' }],
  });
});

test('makes one place of one key and joins its outputs, equal ones once and empty ones not', async () => {
  const [found] = await collectFindings(
    batches(
      ['one', 'two', 'one', '', 'two'].map((output) => item({}, { output })),
      [item({}, { key: 'other' })],
    ),
  );
  expect(found?.instances.map(({ key, output }) => [key, output])).toEqual([
    [INSTANCE.key, 'one\n\ntwo'],
    ['other', 'one'],
  ]);
});

test('shortens joined outputs', async () => {
  const long = IMPORT_LIMITS.maxTextChars - 10;
  const outputs = ['x'.repeat(long), 'y'.repeat(long)];
  const [found] = await collectFindings(batches(outputs.map((output) => item({}, { output }))));
  expect(found?.instances[0]?.output).toMatch(/^x+\n\ny{8}\n\n\(shortened here/);
});

test('sorts by severity, then title, then key', async () => {
  const found = await collectFindings(
    batches([
      item({ key: 'd', severity: 'info', title: 'A' }),
      item({ key: 'c', severity: 'high', title: 'B' }),
      item({ key: 'b', severity: 'critical', title: 'Z' }),
      item({ key: 'e', severity: 'high', title: 'A' }),
      item({ key: 'a', severity: 'high', title: 'B' }),
    ]),
  );
  expect(found.map(({ finding }) => finding.key)).toEqual(['b', 'e', 'a', 'c', 'd']);
});

test('is empty for nothing found', async () => {
  expect(await collectFindings(batches())).toEqual([]);
});

test('takes a row for each of many CVE of one place in little time', async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => item({ cve: [`CVE-2031-${100_000 + index}`] }));
  const started = performance.now();
  const [found] = await collectFindings(batches(rows));
  expect(found?.finding.cve).toHaveLength(50_000);
  expect(performance.now() - started).toBeLessThan(2000);
});
