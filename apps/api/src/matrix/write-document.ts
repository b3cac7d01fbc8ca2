import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { matrixDocument } from './matrix-document.ts';
import { MATRIX, ROUTES } from './rows.ts';

// Run by `npm run docs`.
writeFileSync(
  fileURLToPath(new URL('../../../../docs/access-matrix.md', import.meta.url)),
  matrixDocument(MATRIX, ROUTES),
);
