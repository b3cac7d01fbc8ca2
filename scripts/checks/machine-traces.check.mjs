import { homedir } from 'node:os';
import { listFiles, readText } from '../support/files.mjs';
import { ROOT } from '../support/paths.mjs';

export const title = 'No traces of one machine or one network';
export const mend =
  'Use a relative path, os.tmpdir() or a setting; let the lockfile name no host (a plain `pnpm install` writes none).';

const NOT_TEXT = /\.(png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|pdf|docx|xlsx|zip|gz|wasm)$/;
/** The checks' own examples. */
const SELF = /^scripts\/checks\//;

const PATTERNS = [
  [/(?<![\w.:/-])\/(?:home|Users)\/[A-Za-z][\w.-]*\//, 'a path in somebody’s home folder'],
  [/(?<![\w.:/-])\/root\/[\w.]/, 'a path in root’s home folder'],
  [/\b[A-Za-z]:\\Users\\/, 'a path in somebody’s home folder'],
  [/(?<![\w.:/-])\/(?:tmp|var\/folders|private\/tmp)\/[A-Za-z]/, 'a fixed path in the temporary folder'],
  [/https?:\/\/(?:registry|npm|artifactory|nexus|verdaccio)\.[\w.-]+/i, 'the host of a package registry'],
  [
    /https?:\/\/[\w.-]+(?::\d+)?\/(?:artifactory|repository\/npm|api\/npm)\b/i,
    'the host of a package registry',
  ],
  [/^\s*resolution:.*\btarball:/m, 'a tarball address in the lockfile'],
];

/** Paths of the machine this runs on, if they are long enough to be nobody's word. */
function ownPaths() {
  return [ROOT, homedir()].filter((path) => path.split(/[\\/]/).filter(Boolean).length >= 2);
}

export function check(root) {
  const own = ownPaths();
  return listFiles(root)
    .filter((path) => !NOT_TEXT.test(path) && !SELF.test(path))
    .flatMap((file) => {
      const text = readText(root, file);
      const rough = /\/(?:home|Users|root|tmp|var|private)\/|\\Users\\|https?:|tarball:/.test(text);
      if (!rough && !own.some((path) => text.includes(path))) return [];
      return text.split('\n').flatMap((line, index) => {
        const pattern = PATTERNS.find(([expression]) => expression.test(line));
        const what =
          pattern?.[1] ?? (own.some((path) => line.includes(path)) ? 'a path of this machine' : undefined);
        return what ? [{ file, line: index + 1, message: what }] : [];
      });
    });
}
