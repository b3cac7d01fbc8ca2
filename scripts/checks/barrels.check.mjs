import { listFiles, listWorkspaces, readText } from '../support/files.mjs';
import { isCode, parse, ts } from '../support/syntax.mjs';

export const title = 'No barrels except the entries of packages';
export const mend = 'Import from the file that declares the thing, and delete the file that only hands on.';

const ROUTES = /^apps\/[^/]+\/src\/routes\//;
/** The words of an app, by section: a namespace, so that each screen carries only the sections that it shows. */
const WORDS = /^apps\/[^/]+\/src\/strings\/(strings|english)\.ts$/;

/** Every file that a package.json names in `exports`. */
function entriesOf(root) {
  const collect = (value) =>
    typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(collect);
  return new Set(
    listWorkspaces(root).flatMap(({ folder, manifest }) =>
      collect(manifest.exports).map((path) => `${folder}/${path.replace(/^\.\//, '')}`),
    ),
  );
}

/** Whether a file does nothing but hand on what other files declare. */
function onlyHandsOn(path, text) {
  const { statements } = parse(path, text);
  const isReexport = (node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined;
  const isImport = (node) => ts.isImportDeclaration(node);
  const isLocalExport = (node) => ts.isExportDeclaration(node) && node.moduleSpecifier === undefined;
  return (
    statements.length > 0 &&
    statements.every((node) => isReexport(node) || isImport(node) || isLocalExport(node)) &&
    statements.some((node) => ts.isExportDeclaration(node))
  );
}

export function check(root) {
  const entries = entriesOf(root);
  return listFiles(root, ['apps', 'packages', 'e2e', 'bench', 'demo', 'scripts'])
    .filter((path) => isCode(path) && !entries.has(path) && !ROUTES.test(path) && !WORDS.test(path))
    .flatMap((file) => {
      if (/(^|\/)index\.[a-z]+$/.test(file))
        return [{ file, message: 'an index file that is no entry of its package' }];
      const text = readText(root, file);
      if (!text.includes('export')) return [];
      return onlyHandsOn(file, text) ? [{ file, message: 'only hands on what other files declare' }] : [];
    });
}
