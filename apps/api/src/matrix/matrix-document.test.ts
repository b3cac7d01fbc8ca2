import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { matrixDocument } from './matrix-document.ts';
import { MATRIX, ROUTES } from './rows.ts';

const path = fileURLToPath(new URL('../../../../docs/access-matrix.md', import.meta.url));

test('docs/access-matrix.md says what the rows say; if not, run npm run docs', () => {
  expect(readFileSync(path, 'utf8')).toBe(matrixDocument(MATRIX, ROUTES));
});
