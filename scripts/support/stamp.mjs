// A stamp says "this was made from exactly these inputs, and what was made is still as it was left".
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, listWorkspaces } from './files.mjs';

const stampPath = (root, name) => join(root, 'node_modules', '.sallyport', `${name}.json`);

/** SHA-256 over the paths and contents of files; contents, because times lie after a checkout or a copy. */
function hashContents(root, paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) {
    const content = readIfThere(join(root, path));
    hash.update(`\0${path}\0${content === undefined ? 'absent' : content.length}\0`);
    if (content !== undefined) hash.update(content);
  }
  return hash.digest('hex');
}

/** SHA-256 over paths, sizes and times: cheap, for what a build made and nobody should have touched. */
function hashTimes(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    hash.update(`${path}\0${stat ? `${stat.size}\0${stat.mtimeMs}` : 'absent'}\0`);
  }
  return hash.digest('hex');
}

/** What the installed packages depend on: lockfile, manifests, platform. */
export function installInputs(root) {
  const manifests = listWorkspaces(root).map(({ folder }) => `${folder}/package.json`);
  const paths = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', ...manifests];
  return hashContents(root, paths, `${process.platform} ${process.arch}`);
}

/** What shows that the install is whole: pnpm writes this file last, and every package has its folder. */
export function installOutputs(root) {
  const folders = listWorkspaces(root)
    .filter(
      ({ manifest }) => Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).length > 0,
    )
    .map(({ folder }) => `${folder}/node_modules`);
  const missing = ['node_modules/.modules.yaml', ...folders].filter((path) => !isThere(join(root, path)));
  return missing.length === 0 ? 'whole' : undefined;
}

/** What the built apps depend on: every source file, and what is installed. */
export function buildInputs(root) {
  const sources = listFiles(root, ['apps', 'packages']).filter((path) => !/\.test\.tsx?$/.test(path));
  return hashContents(root, [...sources, 'tsconfig.base.json', 'turbo.json'], installInputs(root));
}

/** What the build left, or undefined when a part of it is missing. */
export function buildOutputs(root) {
  const entries = ['apps/api/dist/main.js', 'apps/dashboard/dist/index.html', 'apps/portal/dist/index.html'];
  if (!entries.every((path) => isThere(join(root, path)))) return undefined;
  const made = entries.map((path) => path.slice(0, path.lastIndexOf('/')));
  return hashTimes(
    root,
    made.flatMap((folder) => listFiles(join(root, folder)).map((path) => `${folder}/${path}`)),
  );
}

/** Whether the stamp of this name was set for these inputs and outputs. */
export function isStamped(root, name, inputs, outputs) {
  if (outputs === undefined) return false;
  const text = readIfThere(stampPath(root, name))?.toString('utf8');
  return text === stampText(inputs, outputs);
}

/** Sets the stamp. Written aside and renamed, so that a half-written one is never read. */
export function setStamp(root, name, inputs, outputs) {
  const path = stampPath(root, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, stampText(inputs, outputs));
  renameSync(`${path}.${process.pid}`, path);
}

/** Removes the stamp: what it vouched for is about to change. */
export function clearStamp(root, name) {
  rmSync(stampPath(root, name), { force: true });
}

const stampText = (inputs, outputs) => `${JSON.stringify({ inputs, outputs })}\n`;

const isThere = (path) => statSync(path, { throwIfNoEntry: false }) !== undefined;

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
