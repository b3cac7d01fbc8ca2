import { describe, expect, test } from 'vitest';
import { collectFindings } from './collect-findings.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { recogniseFormat } from './registry.ts';
import { realFile, realFilesAbsent } from './testing/fixtures.ts';
import { inPieces, readItems } from './testing/read-all.ts';

if (realFilesAbsent !== null) console.warn(`Skipped: ${realFilesAbsent}.`);

async function read(name: string) {
  const bytes = realFile(name);
  const format = recogniseFormat(bytes.subarray(0, 4096));
  if (format === null) throw new Error(`${name} is not recognised`);
  const items = await readItems(format, bytes);
  const findings = await collectFindings(format.read(inPieces(bytes, [10_000]), IMPORT_LIMITS));
  const bySeverity: Record<string, number> = {};
  for (const { finding } of items) bySeverity[finding.severity] = (bySeverity[finding.severity] ?? 0) + 1;
  return {
    format: format.key,
    items: items.length,
    findings: findings.length,
    instances: findings.reduce((sum, { instances }) => sum + instances.length, 0),
    bySeverity,
    withVector2: items.filter(({ finding }) => finding.vectors.some(({ version }) => version === '2.0'))
      .length,
  };
}

describe.skipIf(realFilesAbsent !== null)('reports of real scanners', () => {
  test('a .nessus file of seven hosts', async () => {
    expect(await read('nessus/many-hosts.nessus')).toEqual({
      format: 'nessus-xml',
      items: 296,
      findings: 32,
      instances: 296,
      bySeverity: { info: 266, low: 7, medium: 23 },
      withVector2: 30,
    });
  });

  test('a Nessus table, in which one place has two rows', async () => {
    expect(await read('nessus/classic.csv')).toEqual({
      format: 'nessus-csv',
      items: 30,
      findings: 25,
      instances: 29,
      bySeverity: { info: 29, medium: 1 },
      withVector2: 0,
    });
  });

  test('a table of Tenable Vulnerability Management', async () => {
    expect(await read('nessus/tenable-vm-export.csv')).toEqual({
      format: 'nessus-csv',
      items: 99,
      findings: 25,
      instances: 99,
      bySeverity: { low: 96, medium: 2, critical: 1 },
      withVector2: 93,
    });
  });
});
