import { listFiles, readText } from '../support/files.mjs';

export const title = 'Files are short';
export const mend =
  'Split the file by what it holds: one thing to a file, named after it. Data belongs into a folder called data.';

const LIMIT = 400;
const WRITTEN_BY_HAND = /\.(ts|tsx|mts|cts|mjs|cjs|js|css|sql|prisma|sh|html)$/;
/** Folders that hold data only: tables, samples, icon paths. */
const DATA = [/(^|\/)data\//, /(^|\/)samples\//];

export function check(root) {
  return listFiles(root)
    .filter((path) => WRITTEN_BY_HAND.test(path) && !DATA.some((folder) => folder.test(path)))
    .map((file) => ({ file, lines: countLines(readText(root, file)) }))
    .filter(({ lines }) => lines > LIMIT)
    .map(({ file, lines }) => ({ file, message: `${lines} lines; ${LIMIT} is the most` }));
}

const countLines = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
