import { listFiles, readText } from '../support/files.mjs';
import { isCode, parse, ts, walk } from '../support/syntax.mjs';

export const title = 'A procedure can be made in one place only';
export const mend =
  'Make the procedure with the builders of apps/api/src/trpc/procedure.ts; nothing else may reach initTRPC.';

const HOME = 'apps/api/src/trpc/procedure.ts';
/** Modules of tRPC's server from which a procedure could be made past our builder. */
const MAKERS = new Set(['@trpc/server', '@trpc/server/unstable-core-do-not-import']);

function importedHow(node) {
  if (ts.isImportDeclaration(node)) return node.moduleSpecifier.text;
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier?.text;
  const isCall =
    ts.isCallExpression(node) && node.arguments.length > 0 && ts.isStringLiteralLike(node.arguments[0]);
  const isImportCall =
    isCall &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require');
  return isImportCall ? node.arguments[0].text : undefined;
}

/** A way of importing that hands over the whole module, initTRPC with it. */
function takesEverything(node) {
  if (ts.isImportDeclaration(node)) {
    const bindings = node.importClause?.namedBindings;
    return bindings !== undefined && ts.isNamespaceImport(bindings) && !node.importClause.isTypeOnly;
  }
  if (ts.isExportDeclaration(node)) return !node.isTypeOnly && node.exportClause === undefined;
  return true;
}

function violationsOf(file, text) {
  if (!text.includes('trpc') && !text.includes('initTRPC')) return [];
  const source = parse(file, text);
  const found = [];
  walk(source, (node) => {
    const line = () => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const names = (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && node.text === 'initTRPC';
    if (names) found.push({ file, line: line(), message: 'names initTRPC' });
    const module = importedHow(node);
    if (MAKERS.has(module) && takesEverything(node)) {
      found.push({ file, line: line(), message: `takes all of ${module}; import the names that are needed` });
    }
  });
  return found;
}

export function check(root) {
  const files = listFiles(root, ['apps', 'packages', 'e2e', 'bench', 'demo']).filter(isCode);
  const found = files
    .filter((path) => path !== HOME)
    .flatMap((path) => violationsOf(path, readText(root, path)));
  const isMissing = files.some((path) => path.startsWith('apps/api/src/')) && !files.includes(HOME);
  return isMissing
    ? [...found, { file: HOME, message: 'the one place where procedures are made is missing' }]
    : found;
}
