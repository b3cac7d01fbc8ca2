import { listFiles } from '../support/files.mjs';

export const title = 'Names are kebab-case';
export const mend = 'Rename it in small letters with hyphens: finding-summary.ts, publish-findings.test.ts.';

const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Files whose name is a custom of the trade. */
const CUSTOM =
  /^(README|LICENSE|NOTICE|SECURITY|CONTRIBUTING|CHANGELOG|CODE_OF_CONDUCT|CODEOWNERS|Dockerfile|Makefile)(\.md)?$/;
/** Folders whose names are given by a tool: the router's (its files are addresses) and the migrations' layout. */
const GIVEN = [
  /^apps\/[^/]+\/src\/routes\//,
  /^packages\/db\/migrations\/\d+_[a-z0-9_]+\//,
  /^\.github\/[A-Z_]+\//,
];

const isGood = (segment) => KEBAB.test(segment) || CUSTOM.test(segment);

export function check(root) {
  return listFiles(root)
    .filter((path) => !GIVEN.some((folder) => folder.test(path)) && !path.split('/').every(isGood))
    .map((file) => ({
      file,
      message: `"${file.split('/').find((part) => !isGood(part))}" is not kebab-case`,
    }));
}
