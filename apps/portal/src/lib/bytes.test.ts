import { expect, test } from 'vitest';
import { formatBytes } from './bytes.ts';

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_000, '1 kB'],
  [1_340_000, '1.3 MB'],
  [12_600_000, '13 MB'],
  [999_600, '1 MB'],
])('%i bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes, 'en-GB').replaceAll('\u00a0', ' ')).toBe(text);
});
