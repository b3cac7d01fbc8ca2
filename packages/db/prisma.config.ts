import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// The command line would download a schema engine even to generate. Migrations here are plain SQL with a runner of our own,
// so it gets a script that exits 1: nothing is downloaded, and a `prisma migrate` fails loudly instead of doing nothing.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(
  new URL('./scripts/no-schema-engine.sh', import.meta.url),
);

export default defineConfig({ schema: 'src/schema' });
