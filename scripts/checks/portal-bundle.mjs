import { listFiles, readText } from '../support/files.mjs';
import { parse, ts, walk } from '../support/syntax.mjs';

/** Where the words of staff are written: their values must not reach a customer's browser. */
const STAFF_WORDS = 'packages/contracts/src/staff/permission.ts';

/** The keys of the seven staff permissions, read from their declaration. */
function staffWords(root) {
  const source = parse(STAFF_WORDS, readText(root, STAFF_WORDS));
  const words = [];
  walk(source, (node) => {
    const isDeclaration = ts.isVariableDeclaration(node) && node.name.getText() === 'Permission';
    if (!isDeclaration) return;
    walk(node, (inner) => {
      if (ts.isPropertyAssignment(inner) && ts.isStringLiteral(inner.initializer))
        words.push(inner.initializer.text);
    });
  });
  if (words.length === 0)
    throw new Error(`${STAFF_WORDS} declares no permissions where this check looks for them`);
  return words;
}

/** Staff permissions that the built portal's scripts name, with the file. */
export function staffWordsInPortal(root) {
  const words = staffWords(root);
  const scripts = listFiles(`${root}/apps/portal/dist`).filter((path) => /\.(js|html)$/.test(path));
  return scripts.flatMap((path) => {
    const file = `apps/portal/dist/${path}`;
    const text = readText(root, file);
    return words.filter((word) => text.includes(word)).map((word) => ({ file, message: `names "${word}"` }));
  });
}
