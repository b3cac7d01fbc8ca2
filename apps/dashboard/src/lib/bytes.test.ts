import { describe, expect, it } from 'vitest';
import { bytesText } from './bytes.ts';

describe('a size in bytes', () => {
  it('is said in the unit that suits it', () => {
    expect([0, 1, 999, 1024, 4_300_000, 209_715_200, 3 * 1024 ** 3].map(bytesText)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '4.1 MB',
      '200 MB',
      '3 GB',
    ]);
  });
});
