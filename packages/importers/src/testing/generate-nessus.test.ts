import { expect, test } from 'vitest';
import { nessusXml } from '../nessus-xml/nessus-xml.ts';
import { generateNessus } from './generate-nessus.ts';
import { readFindings } from './read-all.ts';

const size = { seed: 7, items: 503, plugins: 41, hosts: 9 };
const made = (seed: number) => [...generateNessus({ ...size, seed })].join('');

test('makes exactly the items and plugins asked for, some 2 to 3 kB each', async () => {
  const findings = await readFindings(nessusXml, made(7));
  expect(findings).toHaveLength(41);
  expect(findings.flatMap(({ instances }) => instances)).toHaveLength(503);
  const perItem = made(7).length / size.items;
  expect(perItem).toBeGreaterThan(2000);
  expect(perItem).toBeLessThan(3000);
});

test('makes the same report of the same seed, and another of another', () => {
  expect(made(7)).toBe(made(7));
  expect(made(8)).not.toBe(made(7));
});
