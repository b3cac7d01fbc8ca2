import { listFiles, readText } from '../support/files.mjs';
import { importsOf, lineAt, parse, ts, walk } from '../support/syntax.mjs';

export const title = 'The raw database client stays in trpc, jobs, admin and start-up';
export const mend =
  'Pass tx on to a repository of packages/db together with the proven grant; write the query there, behind visibility.';

const AREA = /^apps\/api\/src\/.*\.ts$/;
/** Where the raw client may be used: transactions, what survives a refusal, jobs, command line, start-up; and tests. */
const MAY = [
  /^apps\/api\/src\/(trpc|audit|jobs|admin|start)\//,
  /^apps\/api\/src\/(main|server|doors\/build-doors)\.ts$/,
  /\.(test|access)\.ts$|\/(testing|test-support|matrix)\//,
];
/** What of @sallyport/db can run a query that no repository wrote. */
const RAW_NAMES = new Set(['createDatabase', 'Database', 'inTransaction', 'Prisma', 'PrismaClient']);
const RAW_MODULES = /^(@sallyport\/db\/embedded|pg|@prisma\/.*)$/;

function violationsOf(file, text) {
  const source = parse(file, text);
  const at = (node, message) => ({ file, line: lineAt(source, node.getStart()), message });
  const imported = importsOf(source).flatMap((node) => {
    const module = node.moduleSpecifier.text;
    if (RAW_MODULES.test(module)) return [at(node, `imports ${module}`)];
    if (module !== '@sallyport/db') return [];
    const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
    if (!bindings?.elements) return [at(node, 'takes all of @sallyport/db')];
    return bindings.elements
      .map((element) => (element.propertyName ?? element.name).text)
      .filter((name) => RAW_NAMES.has(name))
      .map((name) => at(node, `imports ${name}`));
  });
  const used = [];
  walk(source, (node) => {
    const isOnTx =
      ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'tx';
    if (isOnTx) used.push(at(node, `tx.${node.name.text} is a query of its own`));
  });
  return [...imported, ...used];
}

export function check(root) {
  return listFiles(root, ['apps/api/src'])
    .filter((path) => AREA.test(path) && !MAY.some((place) => place.test(path)))
    .flatMap((path) => violationsOf(path, readText(root, path)));
}
