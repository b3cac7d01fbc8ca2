import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PARTS } from './rows.ts';

test('every part of the matrix is played by a test file of its own', () => {
  const files = readdirSync(new URL('parts/', import.meta.url)).sort();
  expect(files).toEqual(
    Object.keys(PARTS)
      .map((part) => `matrix-${part}.test.ts`)
      .sort(),
  );
});
