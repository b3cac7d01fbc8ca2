import { fileURLToPath } from 'node:url';

/** Where a picture of the sample lies. */
export function imagePath(file: string): string {
  return fileURLToPath(new URL(`../images/${file}`, import.meta.url));
}
