import ts from 'typescript';

const KINDS = {
  '.tsx': ts.ScriptKind.TSX,
  '.mjs': ts.ScriptKind.JS,
  '.cjs': ts.ScriptKind.JS,
  '.js': ts.ScriptKind.JS,
};

/** Whether the file is TypeScript or JavaScript. */
export const isCode = (path) => /\.(ts|tsx|mts|cts|mjs|cjs|js)$/.test(path);

/** Parses a file without resolving anything. */
export function parse(path, text) {
  const kind = KINDS[path.slice(path.lastIndexOf('.'))] ?? ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

/** Calls `visit` for every node of a parsed file, parents first. */
export function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** The 1-based line of a position. */
export function lineAt(source, position) {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

/** Every comment of a parsed file with its position; strings that look like comments are none. */
export function commentsOf(source) {
  const text = source.text;
  const found = new Map();
  const collect = (ranges) => {
    for (const { pos, end } of ranges ?? []) found.set(pos, text.slice(pos, end));
  };
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.JsxText) return;
    collect(ts.getLeadingCommentRanges(text, node.getFullStart()));
    collect(ts.getTrailingCommentRanges(text, node.getEnd()));
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...found].map(([position, comment]) => ({ position, comment, line: lineAt(source, position) }));
}

/** The statements that import or re-export, with the module they name. */
export function importsOf(source) {
  return source.statements.filter(
    (node) =>
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined,
  );
}

export { ts };
