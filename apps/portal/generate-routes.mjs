// Writes src/routeTree.gen.ts, which a build also does, so that types can be checked without one.
import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'vite';

await resolveConfig({ root: fileURLToPath(new URL('.', import.meta.url)), logLevel: 'error' }, 'build');
