import { listWorkspaces } from '../support/files.mjs';

export const title = 'Packages are named after what they hold';
export const mend =
  'Name it after its one subject; a package for everything becomes the drawer through which cycles run.';

const FORBIDDEN = new Set(['shared', 'lib', 'libs', 'common', 'core', 'util', 'utils', 'helpers', 'misc']);

export function check(root) {
  return listWorkspaces(root).flatMap(({ folder, manifest }) => {
    const names = [folder.split('/').at(-1), String(manifest.name).split('/').at(-1)];
    const bad = names.find((name) => FORBIDDEN.has(name));
    return bad ? [{ file: `${folder}/package.json`, message: `a package must not be called "${bad}"` }] : [];
  });
}
