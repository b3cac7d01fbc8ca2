import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { printType } from './print-type.ts';

const CONTRACT = fileURLToPath(new URL('../../contracts/src/tools/index.ts', import.meta.url));
const HEAD = `/* Written by \`pnpm --filter @sallyport/client types\` out of packages/contracts/src/tools. Do not edit. */

/** Every procedure of the tools door by its path: how it is called, what it takes and what it answers. */
export interface ToolsApi {
`;

/** The text of src/tools-api.ts. @throws when the map has a type without a plain form */
export function toolsTypes(): string {
  const program = ts.createProgram([CONTRACT], {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(CONTRACT);
  const map = source?.statements.find(
    (one) => ts.isInterfaceDeclaration(one) && one.name.text === 'ToolsApi',
  );
  if (!map) throw new Error('contracts has no ToolsApi');
  const paths = checker.getTypeAtLocation(map).getProperties();
  const entries = paths.map((path) => {
    const entry = checker.getTypeOfSymbol(path);
    const text = printType(checker, entry, '  ');
    return `  '${path.name}': ${text};`;
  });
  return `${HEAD}${entries.join('\n')}\n}\n`;
}
