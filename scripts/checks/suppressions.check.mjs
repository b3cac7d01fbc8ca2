import { spawnSync } from 'node:child_process';
import { listFiles, readText } from '../support/files.mjs';
import { commentsOf, isCode, lineAt, parse, ts, walk } from '../support/syntax.mjs';

export const title = 'Nothing is silenced';
export const mend =
  'Give the thing its real type, or mend what the rule found. scripts/checks/suppressions.json lists what is still allowed, by kind and\n' +
  '    file; its numbers may only fall, so lower them when you remove one.';

const ALLOWED = 'scripts/checks/suppressions.json';
/** In a test an expected type error silences nothing: it asserts that the compiler refuses, and fails when it does not. */
const commentKinds = (file) => ({
  'ts-comment': /\.test\.tsx?$/.test(file) ? /@ts-(?:ignore|nocheck)/ : /@ts-(?:ignore|expect-error|nocheck)/,
  'lint-comment': /\b(?:biome-ignore|eslint-disable|oxlint-disable)/,
});

/** Every suppression of a file: its kind and line. */
function suppressionsOf(file, text) {
  const mayHold = /\bany\b|!|@ts-|biome-ignore|eslint-disable|oxlint-disable/.test(text);
  if (!mayHold) return [];
  const source = parse(file, text);
  const found = [];
  walk(source, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword)
      found.push({ kind: 'any', line: lineAt(source, node.getStart()) });
    if (node.kind === ts.SyntaxKind.NonNullExpression || isDefinite(node)) {
      found.push({ kind: 'non-null', line: lineAt(source, node.getStart()) });
    }
  });
  const kinds = Object.entries(commentKinds(file)).filter(([, pattern]) => pattern.test(text));
  const comments = kinds.length > 0 ? commentsOf(source) : [];
  for (const { comment, line } of comments) {
    for (const [kind, pattern] of kinds) if (pattern.test(comment)) found.push({ kind, line });
  }
  return found;
}

/** `let x!: T` and `field!: T` claim an assignment that the compiler cannot see. */
function isDefinite(node) {
  return (
    (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.exclamationToken !== undefined
  );
}

export function check(root) {
  const allowed = readAllowed(root);
  const counted = new Map();
  const found = listFiles(root)
    .filter(isCode)
    .flatMap((file) => suppressionsOf(file, readText(root, file)).map((one) => ({ file, ...one })));
  for (const one of found) {
    const key = `${one.kind}\0${one.file}`;
    counted.set(key, [...(counted.get(key) ?? []), one]);
  }
  const tooMany = [...counted.values()].flatMap((ones) => {
    const [{ kind, file }] = ones;
    const limit = allowed[kind]?.[file] ?? 0;
    if (ones.length <= limit) return [];
    return ones.map(({ line }) => ({
      file,
      line,
      message: `${kind} (${ones.length} in this file, ${limit} allowed)`,
    }));
  });
  const tooFew = Object.entries(allowed).flatMap(([kind, files]) =>
    Object.entries(files)
      .map(([file, limit]) => ({ file, limit, count: counted.get(`${kind}\0${file}`)?.length ?? 0 }))
      .filter(({ limit, count }) => count < limit)
      .map(({ file, limit, count }) => ({
        file: ALLOWED,
        message: `${kind} in ${file}: ${count} left, ${limit} allowed; lower the number`,
      })),
  );
  return [...tooMany, ...tooFew, ...risen(root, allowed)];
}

/** What the list allows more of than the last commit did. */
function risen(root, allowed) {
  const before = spawnSync('git', ['show', `HEAD:${ALLOWED}`], { cwd: root, encoding: 'utf8' });
  if (before.status !== 0) return [];
  const sum = (list) => Object.values(list).reduce((total, files) => total + sumOf(files), 0);
  const sumOf = (files) => Object.values(files).reduce((total, count) => total + count, 0);
  const [was, is] = [sum(JSON.parse(before.stdout)), sum(allowed)];
  return is > was
    ? [{ file: ALLOWED, message: `allows ${is}; the last commit allowed ${was}, and it may only fall` }]
    : [];
}

function readAllowed(root) {
  try {
    return JSON.parse(readText(root, ALLOWED));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}
