import type { AnyProcedure } from '@trpc/server';
import { type AccessDeclaration, declarationOf, type ObjectKind } from '../trpc/access-declaration.ts';
import type { GuardedRoute } from '../trpc/guarded-route.ts';
import type { RouteDeclaration } from '../trpc/http-route.ts';
import { type DeclaredAccess, type MatrixRow, type ObjectState, subjectOf } from './matrix-row.ts';
import { PERSONAS } from './personas.ts';

const PROJECT_STATES = ['led', 'tested', 'foreign', 'nonexistent'] as const;
const SHOWN_STATES = ['own-shown', 'own-hidden', 'foreign-shown', 'restricted', 'nonexistent'] as const;

/** The states that a row must speak about; of the newer nouns its author chooses, but never without what is not there. */
const STATES: Readonly<Record<'none' | ObjectKind, readonly ObjectState[]>> = {
  none: ['none'],
  user: ['self', 'ordinary', 'stronger', 'admin', 'customer', 'nonexistent'],
  group: ['ordinary', 'own', 'built-in', 'stronger', 'assignable', 'customer', 'nonexistent'],
  company: ['ordinary', 'nonexistent'],
  customer: ['ordinary', 'nonexistent'],
  project: PROJECT_STATES,
  finding: PROJECT_STATES,
  import: PROJECT_STATES,
  report: PROJECT_STATES,
  'shown-project': SHOWN_STATES,
  'published-finding': SHOWN_STATES,
  'released-report': SHOWN_STATES,
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
    problems.push(...subjectProblems(path, declaration, rows));
  }
  for (const row of rows) {
    if ('procedure' in row && !procedures[row.procedure]) {
      problems.push(`${row.procedure} has a row and does not exist`);
    }
    problems.push(...cellProblems(row));
  }
  return problems;
}

/** The same for routes that pass the gates of procedures. */
export function guardedRouteProblems(routes: readonly GuardedRoute[], rows: readonly MatrixRow[]): string[] {
  const problems: string[] = [];
  const subjects = routes.map((route) => `${route.method} ${route.url}`);
  for (const [at, route] of routes.entries()) {
    problems.push(...subjectProblems(subjects[at] ?? '', route.declaration, rows));
  }
  for (const row of rows) {
    if ('route' in row && !subjects.includes(row.route))
      problems.push(`${row.route} has a row and does not exist`);
  }
  return problems;
}

function subjectProblems(
  subject: string,
  declaration: AccessDeclaration | null,
  rows: readonly MatrixRow[],
): string[] {
  const own = rows.filter((row) => subjectOf(row) === subject);
  if (own.length === 0) return [`${subject} has no row`];
  if (!declaration) return [];
  const { why: _why, exists: _exists, ...declared } = { why: '', exists: null, ...declaration };
  return own
    .filter((row) => canonical(declared) !== canonical(row.declared))
    .map((row) => `${subject} is declared ${canonical(declared)}, its row says ${canonical(row.declared)}`);
}

/** Every state that the kind of object has, and in each every persona exactly once. */
function cellProblems(row: MatrixRow): string[] {
  const problems: string[] = [];
  const on = row.declared.kind === 'public' ? null : row.declared.on;
  for (const state of STATES[on ?? 'none']) {
    if (!row.cells[state]) problems.push(`${subjectOf(row)} says nothing about ${state}`);
  }
  for (const [state, cell] of Object.entries(row.cells)) {
    const named = Object.values(cell).flat().toSorted();
    if (named.join() !== [...PERSONAS].toSorted().join()) {
      problems.push(`${subjectOf(row)} ${state} does not name every persona exactly once`);
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
  const listed = (kind: string) => kind === 'public' || kind === 'transport';
  for (const { method, url } of routes.registered) {
    if (!declared.has(`${method} ${url}`)) problems.push(`${method} ${url} is not declared`);
  }
  for (const [route, kind] of declared) {
    // Guarded ones have rows of their own: see guardedRouteProblems.
    if (listed(kind) && expected[route] !== kind)
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
