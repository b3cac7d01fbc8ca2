import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Pictures of failures and of phones; never committed. */
export const OUTPUT = fileURLToPath(new URL('../output', import.meta.url));

/** A path in the output folder, made from words. */
export function outputPath(words: string, extension: string): string {
  const name = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 120);
  return join(OUTPUT, `${name}.${extension}`);
}
