import { listFiles, readText } from '../support/files.mjs';

export const title = 'No TODO without an owner';
export const mend = 'Do it now, or write TODO(name): with what is to be done.';

const CODE = /\.(ts|tsx|mts|mjs|cjs|js|css|sql|prisma|sh|html|ya?ml)$/;
const SELF = /^scripts\/checks\//;
const OPEN = /(?:\/\/|\/\*|^\s*\*|#|--|<!--|\{\/\*).*\b(?:TODO|FIXME|HACK)\b(?!\([\w@. -]+\))/;

export function check(root) {
  return listFiles(root)
    .filter((path) => CODE.test(path) && !SELF.test(path))
    .flatMap((file) =>
      readText(root, file)
        .split('\n')
        .flatMap((line, index) =>
          OPEN.test(line) ? [{ file, line: index + 1, message: 'nobody owns this' }] : [],
        ),
    );
}
