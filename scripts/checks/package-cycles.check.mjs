import { listWorkspaces } from '../support/files.mjs';

export const title = 'Packages do not depend on each other in a circle';
export const mend =
  'Let the lower package take a port (a function or an interface), or move what both need below both.';

/** What a package needs at run time; what only its tests need is not counted. */
const needsOf = (manifest) => Object.keys(manifest.dependencies ?? {});

/** The first circle through a package, as names, or undefined. */
function circleFrom(start, needs) {
  const visit = (name, trail) => {
    if (trail.length > 0 && name === start) return [...trail, name];
    if (trail.includes(name)) return undefined;
    for (const next of needs.get(name) ?? []) {
      const circle = visit(next, [...trail, name]);
      if (circle) return circle;
    }
    return undefined;
  };
  return visit(start, []);
}

export function check(root) {
  const workspaces = listWorkspaces(root);
  const names = new Set(workspaces.map(({ manifest }) => manifest.name));
  const needs = new Map(
    workspaces.map(({ manifest }) => [manifest.name, needsOf(manifest).filter((name) => names.has(name))]),
  );
  return workspaces.flatMap(({ folder, manifest }) => {
    const circle = circleFrom(manifest.name, needs);
    return circle ? [{ file: `${folder}/package.json`, message: circle.join(' → ') }] : [];
  });
}
