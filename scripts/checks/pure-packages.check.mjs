import { listFiles, readText } from '../support/files.mjs';
import { lineAt, parse, ts, walk } from '../support/syntax.mjs';

export const title = 'Pure packages read no environment and fetch nothing';
export const mend = 'Take the value as a parameter; reading it is the caller’s part, at the edge.';

const PURE = ['contracts', 'access', 'richtext', 'importers', 'reporting', 'ui'].map(
  (name) => `packages/${name}/src`,
);
const isTest = (path) => /\.test\.tsx?$/.test(path);

function reaches(node) {
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'env') {
    const owner = node.expression.getText();
    if (owner === 'process' || owner === 'import.meta') return `${owner}.env`;
  }
  if (ts.isCallExpression(node) && /^(globalThis\.)?fetch$/.test(node.expression.getText())) return 'fetch()';
  if (
    ts.isNewExpression(node) &&
    /^(WebSocket|EventSource|XMLHttpRequest)$/.test(node.expression.getText())
  ) {
    return node.expression.getText();
  }
  return undefined;
}

export function check(root) {
  return listFiles(root, PURE)
    .filter((path) => /\.tsx?$/.test(path) && !isTest(path))
    .flatMap((file) => {
      const text = readText(root, file);
      if (!/\benv\b|fetch|WebSocket|EventSource|XMLHttpRequest/.test(text)) return [];
      const source = parse(file, text);
      const found = [];
      walk(source, (node) => {
        const what = reaches(node);
        if (what) found.push({ file, line: lineAt(source, node.getStart()), message: what });
      });
      return found;
    });
}
