import { describe, expect, test } from 'vitest';
import { fileNameOf } from './upload.ts';

describe('the name of an uploaded file', () => {
  test.each([
    ['scan.nessus', 'scan.nessus'],
    ['%C3%9Cbersicht.xml', 'Übersicht.xml'],
    ['..%2F..%2Fetc%2Fpasswd', 'passwd'],
    ['C:%5CUsers%5Cines%5Cshot.png', 'shot.png'],
    ['a%00b%0D%0Ac.png', 'abc.png'],
    ['invoice%E2%80%AEgnp.exe', 'invoicegnp.exe'],
    ['%20%20', 'unnamed'],
    ['dir%2F', 'unnamed'],
  ])('%s is kept as %s', (raw, kept) => {
    expect(fileNameOf(raw)).toBe(kept);
  });

  test('a long one keeps its beginning and its extension', () => {
    const name = fileNameOf(`${'x'.repeat(400)}.nessus`);
    expect([...name]).toHaveLength(200);
    expect(name.endsWith('.nessus')).toBe(true);
  });

  test.each([[null], ['%'], ['%ff']])('%s is refused', (raw) => {
    expect(() => fileNameOf(raw)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
