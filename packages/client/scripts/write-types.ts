// Writes src/tools-api.ts: the map of the tools door in plain TypeScript, out of packages/contracts. A test compares.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toolsTypes } from './tools-types.ts';

writeFileSync(fileURLToPath(new URL('../src/tools-api.ts', import.meta.url)), toolsTypes());
