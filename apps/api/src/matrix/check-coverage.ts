import type { AnyProcedure } from '@trpc/server';
import { declarationOf } from '../trpc/access-declaration.ts';
import type { RouteDeclaration } from '../trpc/http-route.ts';
import type { DeclaredAccess, MatrixRow, ObjectState } from './matrix-row.ts';
import { PERSONAS } from './personas.ts';

const STATES: Readonly<Record<'none' | 'user' | 'group', readonly ObjectState[]>> = {
  none: ['none'],
  user: ['self', 'ordinary', 'stronger', 'admin', 'customer', 'nonexistent'],
  group: ['ordinary', 'own', 'built-in', 'stronger', 'assignable', 'customer', 'nonexistent'],
};

/**
 * What is wrong between the procedures that exist and the rows that were written, in sentences; empty when nothing is.
 * Both ways: a procedure without a row, a row without a procedure, and a declaration that differs from its row.
 */
export function coverageProblems(
  procedures: Readonly<Record<string, AnyProcedure>>,
  rows: readonly MatrixRow[],
): string[] {
  const problems: string[] = [];
  for (const [path, procedure] of Object.entries(procedures)) {
    const declaration = declarationOf(procedure);
    if (!declaration) problems.push(`${path} was not made by our builder`);
    const own = rows.filter((row) => row.procedure === path);
    if (own.length === 0) problems.push(`${path} has no row`);
    for (const row of own) {
      if (!declaration) continue;
      const { why: _why, exists: _exists, ...declared } = { why: '', exists: null, ...declaration };
      if (canonical(declared) !== canonical(row.declared)) {
        problems.push(`${path} is declared ${canonical(declared)}, its row says ${canonical(row.declared)}`);
      }
    }
  }
  for (const row of rows) {
    if (!procedures[row.procedure]) problems.push(`${row.procedure} has a row and does not exist`);
    problems.push(...cellProblems(row));
  }
  return problems;
}

/** Every state that the kind of object has, and in each every persona exactly once. */
function cellProblems(row: MatrixRow): string[] {
  const problems: string[] = [];
  const on = row.declared.kind === 'public' ? null : row.declared.on;
  for (const state of STATES[on ?? 'none']) {
    if (!row.cells[state]) problems.push(`${row.procedure} says nothing about ${state}`);
  }
  for (const [state, cell] of Object.entries(row.cells)) {
    const named = Object.values(cell).flat().toSorted();
    if (named.join() !== [...PERSONAS].toSorted().join()) {
      problems.push(`${row.procedure} ${state} does not name every persona exactly once`);
    }
  }
  return problems;
}

/** The same both ways for HTTP routes: what stands on a server, what was declared, and what the list here says. */
export function routeProblems(
  routes: { declared: readonly RouteDeclaration[]; registered: readonly { method: string; url: string }[] },
  expected: Readonly<Record<string, RouteDeclaration['access']['kind']>>,
): string[] {
  const problems: string[] = [];
  const declared = new Map(
    routes.declared.map(({ method, url, access }) => [`${method} ${url}`, access.kind]),
  );
  for (const { method, url } of routes.registered) {
    if (!declared.has(`${method} ${url}`)) problems.push(`${method} ${url} is not declared`);
  }
  for (const [route, kind] of declared) {
    if (expected[route] !== kind)
      problems.push(`${route} is ${kind}, its row says ${expected[route] ?? 'nothing'}`);
  }
  for (const route of Object.keys(expected)) {
    if (!declared.has(route)) problems.push(`${route} has a row and does not exist`);
  }
  return problems;
}

function canonical(access: DeclaredAccess | Record<string, unknown>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(access).toSorted(([a], [b]) => a.localeCompare(b))),
    (_key, value: unknown) => (Array.isArray(value) ? value.toSorted() : value),
  );
}
