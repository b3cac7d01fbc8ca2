import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that no person writes: what is installed, built or generated, and git's own. */
const NOT_SOURCE = new Set([
  'node_modules',
  'dist',
  'dist-scratch',
  'generated',
  'coverage',
  '.git',
  '.turbo',
  '.sallyport',
]);
const isGenerated = (path) =>
  path.endsWith('.gen.ts') || path.endsWith('.tsbuildinfo') || path.startsWith('e2e/output/');

/**
 * Every source file below a folder, as sorted paths relative to it with forward slashes.
 * @param {string} root
 * @param {string[]} [under] start in these folders only; those that do not exist are skipped
 */
export function listFiles(root, under = ['']) {
  const found = [];
  const walk = (folder) => {
    for (const entry of entriesOf(join(root, folder))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (!NOT_SOURCE.has(entry.name)) walk(path);
      } else if (entry.isFile() && !isGenerated(path)) found.push(path);
    }
  };
  for (const folder of under) walk(folder);
  return found.sort();
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The text of a file of the tree. */
export function readText(root, path) {
  return readFileSync(join(root, path), 'utf8');
}

/** Parsed JSON of a file of the tree. */
function readJson(root, path) {
  return JSON.parse(readText(root, path));
}

/** The packages of the workspace: their folder and parsed package.json. */
export function listWorkspaces(root) {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    entriesOf(join(root, parent))
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${parent}/${entry.name}`),
  );
  return [...folders, 'e2e', 'bench', 'demo'].flatMap((folder) => {
    try {
      return [{ folder, manifest: readJson(root, `${folder}/package.json`) }];
    } catch (error) {
      if (error.code === 'ENOENT') return [];
      throw error;
    }
  });
}
