import type { AnyProcedure } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { portalRouter } from '../doors/portal.router.ts';
import { portalRoutes } from '../doors/portal.routes.ts';
import { staffRouter } from '../doors/staff.router.ts';
import { staffRoutes } from '../doors/staff.routes.ts';
import { openTestDoors } from '../doors/testing/test-doors.ts';
import { toolsRouter } from '../doors/tools.router.ts';
import { toolsRoutes } from '../doors/tools.routes.ts';
import { routesOf } from '../trpc/http-route.ts';
import { coverageProblems, guardedRouteProblems, routeProblems } from './check-coverage.ts';
import { type MatrixRow, subjectOf } from './matrix-row.ts';
import { MATRIX, ROUTES, TOOLS_ROUTES } from './rows.ts';

const staffRows = MATRIX.filter(({ door }) => door === 'staff');
const portalRows = MATRIX.filter(({ door }) => door === 'portal');
const toolsRows = MATRIX.filter(({ door }) => door === 'tools');

/** Flat, as routers keep them; a nested router would say nothing here and must not slip through. */
function flat(record: Readonly<Record<string, unknown>>): Record<string, AnyProcedure> {
  const found: Record<string, AnyProcedure> = {};
  const walk = (part: Readonly<Record<string, unknown>>, prefix: string) => {
    for (const [key, value] of Object.entries(part)) {
      if (typeof value === 'function') found[prefix + key] = value as AnyProcedure;
      else if (typeof value === 'object' && value !== null) walk({ ...value }, `${prefix}${key}.`);
    }
  };
  walk(record, '');
  return found;
}

const staff = flat(staffRouter._def.procedures);
const portal = flat(portalRouter._def.procedures);
const tools = flat(toolsRouter._def.procedures);

describe('the access matrix covers everything that can be called', () => {
  test('every staff procedure has rows, every row its procedure, and they declare the same', () => {
    expect(Object.keys(staff).length).toBeGreaterThan(20);
    expect(coverageProblems(staff, staffRows)).toEqual([]);
  });

  test('every portal procedure has rows, every row its procedure, and they declare the same', () => {
    expect(Object.keys(portal).length).toBeGreaterThan(7);
    expect(coverageProblems(portal, portalRows)).toEqual([]);
  });

  test('every tools procedure has rows, every row its procedure, and they declare the same', () => {
    expect(coverageProblems(tools, toolsRows)).toEqual([]);
  });

  test('every HTTP route of the doors is declared and listed', async () => {
    await using doors = await openTestDoors();
    expect(routeProblems(routesOf(doors.staff.server), { ...ROUTES, ...TOOLS_ROUTES })).toEqual([]);
    expect(routeProblems(routesOf(doors.portal.server), ROUTES)).toEqual([]);
  });

  test('every upload and download has rows, every row its route, and they declare the same', () => {
    expect(guardedRouteProblems(staffRoutes, staffRows)).toEqual([]);
    expect(guardedRouteProblems(portalRoutes, portalRows)).toEqual([]);
    expect(guardedRouteProblems(toolsRoutes, toolsRows)).toEqual([]);
  });
});

describe('the check itself would notice', () => {
  const path = 'users.getUser';
  const original = staff[path];
  const withRow = (change: (row: MatrixRow) => MatrixRow) =>
    staffRows.map((row) => (subjectOf(row) === path ? change(row) : row));

  test('a procedure whose row was removed', () => {
    const rows = staffRows.filter((row) => subjectOf(row) !== path);
    expect(coverageProblems(staff, rows)).toEqual([`${path} has no row`]);
  });

  test('a row whose procedure is gone', () => {
    const { [path]: _removed, ...rest } = staff;
    expect(coverageProblems(rest, staffRows)).toEqual([`${path} has a row and does not exist`]);
  });

  test('a new procedure without a row', () => {
    const added = original ? { ...staff, 'users.dumpUsers': original } : staff;
    expect(coverageProblems(added, staffRows)).toEqual(['users.dumpUsers has no row']);
  });

  test('a changed permission, action, object or lock', () => {
    for (const change of [
      { permission: null },
      { permission: 'manage-projects' },
      { action: 'user.list' },
      { on: null },
      { changesAccess: true },
    ] as const) {
      const rows = withRow((row) => ({
        ...row,
        declared: { ...row.declared, ...change } as MatrixRow['declared'],
      }));
      expect(coverageProblems(staff, rows).join()).toContain(`${path} is declared`);
    }
  });

  test('a guarded procedure that became public', () => {
    const rows = withRow((row) => ({ ...row, declared: { kind: 'public' } }));
    expect(coverageProblems(staff, rows).join()).toContain(`${path} is declared`);
  });

  test('a procedure not made by our builder, also one that copies the definition of a good one or alters its meta', () => {
    const call = () => Promise.resolve();
    const copy = Object.assign(call, {
      _def: { ...original?._def, meta: { kind: 'public' } },
    }) as unknown as AnyProcedure;
    expect(coverageProblems({ ...staff, [path]: copy }, staffRows)).toContain(
      `${path} was not made by our builder`,
    );
  });

  test('a state or a persona that nobody thought of', () => {
    const without = withRow((row) => {
      const { admin: _admin, ...cells } = row.cells;
      return { ...row, cells };
    });
    expect(coverageProblems(staff, without)).toContain(`${path} says nothing about admin`);
    const twice = withRow((row) => ({
      ...row,
      cells: { ...row.cells, self: { ...row.cells.self, hidden: ['admin'] } },
    }));
    expect(coverageProblems(staff, twice)).toContain(`${path} self does not name every persona exactly once`);
  });

  test('an HTTP route that is not declared, not listed, or listed and gone', () => {
    const access = { kind: 'public', why: 'test' } as const;
    const routes = {
      declared: [{ method: 'GET', url: '/a', access }],
      registered: [{ method: 'GET', url: '/b' }],
    } as const;
    expect(routeProblems(routes, { 'GET /c': 'public' })).toEqual([
      'GET /b is not declared',
      'GET /a is public, its row says nothing',
      'GET /c has a row and does not exist',
    ]);
  });
});
