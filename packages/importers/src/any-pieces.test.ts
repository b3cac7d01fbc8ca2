import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IMPORT_FORMATS } from './registry.ts';
import { fixture } from './testing/fixtures.ts';
import { problemOf, readItems } from './testing/read-all.ts';

const pieces = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 20 });
const accented = { 'nessus-xml': 'harbour-office.nessus', 'nessus-csv': 'harbour-office.csv' };

test.each(IMPORT_FORMATS)('$key: reads the same however the bytes arrive', async (format) => {
  // Characters of two, three and four bytes, and line ends of two, so that any of them may be cut.
  const text = fixture(accented[format.key])
    .replaceAll('harbour', 'h\u00e4rb\u6e2f\u{1f6a2}r')
    .replaceAll('\n', '\r\n');
  const whole = await readItems(format, text);
  expect(whole.length).toBeGreaterThanOrEqual(14);
  expect(whole[0]?.instance.host).toContain('\u{1f6a2}');
  await fc.assert(
    fc.asyncProperty(pieces, async (sizes) => {
      expect(await readItems(format, text, { sizes })).toEqual(whole);
    }),
    { numRuns: 30 },
  );
  expect(await readItems(format, text, { sizes: [1] })).toEqual(whole);
});

test.each(IMPORT_FORMATS)('$key: names the same problem however the bytes arrive', async (format) => {
  const bytes = new TextEncoder().encode(fixture(accented[format.key]));
  await fc.assert(
    fc.asyncProperty(pieces, fc.integer({ min: 3000, max: 3800 }), async (sizes, at) => {
      const bad = Uint8Array.of(...bytes.slice(0, at), 0xe6, 0xb8, ...bytes.slice(at));
      const { userMessage } = await problemOf(format, bad);
      expect(userMessage).toContain('not UTF-8');
      expect((await problemOf(format, bad, { sizes })).userMessage).toBe(userMessage);
    }),
    { numRuns: 30 },
  );
});

test.each(IMPORT_FORMATS)(
  '$key: a file cut anywhere is refused or holds fewer results, never more',
  async (format) => {
    const bytes = new TextEncoder().encode(fixture(accented[format.key]));
    const whole = await readItems(format, bytes);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 2 }), async (at) => {
        const cut = bytes.slice(0, at);
        const items = await readItems(format, cut).catch(() => null);
        if (items !== null)
          expect(whole.slice(0, items.length).map(({ line }) => line)).toEqual(items.map(({ line }) => line));
        if (format.key === 'nessus-xml') expect(items).toBeNull();
      }),
      { numRuns: 100 },
    );
  },
);
