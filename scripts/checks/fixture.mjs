import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes a small tree of files into a temporary folder, gone when the test ends, and returns the folder. */
export function tree(files) {
  const root = mkdtempSync(join(tmpdir(), 'sallyport-check-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const full = join(root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return root;
}

/** The files that a check names, once each. */
export const filesOf = (violations) => [...new Set(violations.map(({ file }) => file))];
