import { ErrorCode } from '@sallyport/contracts/common';
import { completeSetup, makeStaff } from '@sallyport/testing';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import type { Call } from '../trpc/call.ts';
import { AppError } from '../trpc/errors.ts';
import { createRouter, procedure } from '../trpc/procedure.ts';
import { auditRows, readValue, staffUser } from './testing/people.ts';
import { openTestDoors, type TestDoors } from './testing/test-doors.ts';

const guarded = procedure.staff({ permission: 'manage-users', action: 'user.list' });
const onUser = procedure.staff({ permission: 'manage-users', on: 'user', action: 'user.read' });
const Nothing = z.strictObject({});
const Output = z.strictObject({ ok: z.boolean() });

async function rename(call: Call): Promise<void> {
  call.authorize({ action: 'user.list' });
  await call.tx.company.updateMany({ where: { kind: 'INTERNAL' }, data: { name: 'Written' } });
  await writeAudit(call, { action: 'account.updated', objectType: 'account', objectId: null });
}

const router = createRouter({
  good: guarded
    .input(Nothing)
    .output(Output)
    .mutation(async ({ call }) => {
      await rename(call);
      return { ok: true };
    }),
  throws: guarded
    .input(Nothing)
    .output(Output)
    .mutation(async ({ call }) => {
      await rename(call);
      throw new Error('after the write, with a secret value');
    }),
  refuses: guarded
    .input(Nothing)
    .output(Output)
    .mutation(async ({ call }) => {
      await rename(call);
      throw new AppError(ErrorCode.Forbidden);
    }),
  badOutput: guarded
    .input(Nothing)
    .output(Output)
    .mutation(async ({ call }) => {
      await rename(call);
      return { ok: true, extra: 'not in the schema' } as { ok: boolean };
    }),
  violatesAtCommit: guarded
    .input(Nothing)
    .output(Output)
    .mutation(async ({ call }) => {
      await rename(call);
      await call.tx.account.updateMany({ where: { isAdmin: true }, data: { status: 'INACTIVE' } });
      return { ok: true };
    }),
  forgetsDecision: guarded
    .input(Nothing)
    .output(Output)
    .mutation(async ({ call }) => {
      await call.tx.company.updateMany({ where: { kind: 'INTERNAL' }, data: { name: 'Written' } });
      call.noteAudit();
      return { ok: true };
    }),
  asksAnother: guarded
    .input(Nothing)
    .output(Output)
    .query(async ({ call }) => {
      call.authorize({ action: 'session.read' });
      return { ok: true };
    }),
  forgetsAudit: guarded
    .input(Nothing)
    .output(Output)
    .mutation(async ({ call }) => {
      call.authorize({ action: 'user.list' });
      await call.tx.company.updateMany({ where: { kind: 'INTERNAL' }, data: { name: 'Written' } });
      return { ok: true };
    }),
  prepares: guarded
    .input(z.strictObject({ word: z.string() }))
    .output(Output)
    .prepare(async ({ input }) => {
      if (input.word === 'bad') throw new AppError(ErrorCode.PasswordRefused);
      return input.word.length;
    })
    .query(async ({ call, prepared }) => {
      call.authorize({ action: 'user.list' });
      return { ok: prepared > 0 };
    }),
  reads: onUser
    .input(z.strictObject({ word: z.string().max(3) }))
    .output(z.strictObject({ id: z.string() }))
    .query(async ({ call, grant }) => {
      call.authorize({ action: 'user.read', target: grant.facts });
      return { id: grant.id };
    }),
});

async function open() {
  const doors = await openTestDoors({ staff: router });
  await completeSetup(doors.db);
  const manager = await staffUser(doors, { groups: ['manager'] });
  return { doors, manager, call: doors.staff.call };
}

const firmName = (doors: TestDoors) => readValue(doors, `SELECT name FROM company WHERE kind = 'INTERNAL'`);

describe('one transaction per call', () => {
  test('what goes well is committed with its audit row', async () => {
    const { doors, manager, call } = await open();
    await using _doors = doors;
    expect((await call('good', {}, manager)).data()).toEqual({ ok: true });
    expect(await firmName(doors)).toBe('Written');
    expect(await auditRows(doors)).toMatchObject([
      { action: 'account.updated', outcome: 'ALLOWED', actor_id: manager.account.id },
    ]);
  });

  test.each([
    ['throws', 500, 'INTERNAL'],
    ['badOutput', 500, 'INTERNAL'],
    ['violatesAtCommit', 409, 'CONFLICT'],
    ['forgetsDecision', 500, 'INTERNAL'],
    ['forgetsAudit', 500, 'INTERNAL'],
  ])('%s: no row, no success in the audit, one failure row', async (path, status, code) => {
    const { doors, manager, call } = await open();
    await using _doors = doors;
    const before = await firmName(doors);
    const answer = await call(path, {}, manager);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.text).not.toContain('secret value');
    expect(await firmName(doors)).toBe(before);
    expect(await auditRows(doors)).toMatchObject([
      { action: 'call.failed', outcome: 'FAILED', actor_id: manager.account.id, after: { procedure: path } },
    ]);
    expect(
      await readValue(doors, `SELECT count(*)::int FROM account WHERE is_admin AND status = 'ACTIVE'`),
    ).toBe(1);
  });

  test('a refusal after a write undoes it and is recorded as a refusal, once a minute and kind', async () => {
    const { doors, manager, call } = await open();
    await using _doors = doors;
    const before = await firmName(doors);
    for (let n = 0; n < 3; n += 1) expect((await call('refuses', {}, manager)).status).toBe(403);
    expect(await firmName(doors)).toBe(before);
    expect(await auditRows(doors)).toMatchObject([{ action: 'access.refused', occurrences: 1 }]);
    await doors.staff.door.denials.flush();
    expect(await auditRows(doors)).toMatchObject([{ occurrences: 1 }, { occurrences: 2 }]);
  });

  test('a question about another action than the declared one fails', async () => {
    const { doors, manager, call } = await open();
    await using _doors = doors;
    expect((await call('asksAnother', {}, manager)).status).toBe(500);
  });

  test('what fails while preparing answers with its own code', async () => {
    const { doors, manager, call } = await open();
    await using _doors = doors;
    expect(await call('prepares', { word: 'bad' }, manager)).toMatchObject({
      status: 400,
      code: 'PASSWORD_REFUSED',
    });
    expect((await call('prepares', { word: 'good' }, manager)).data()).toEqual({ ok: true });
    expect((await call('prepares', { word: 'bad' })).status).toBe(401);
  });
});

describe('the order of refusals', () => {
  test('401 before 403 before 404 before 400', async () => {
    const { doors, manager, call } = await open();
    await using _doors = doors;
    const tester = await staffUser(doors, { groups: ['penetration-tester'] });
    const { id } = await makeStaff(doors.db);
    const bad = { word: 'too long' };
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await call('reads', { ...bad, userId: nobody })).status).toBe(401);
    expect((await call('reads', { ...bad, userId: nobody }, tester)).status).toBe(403);
    expect((await call('reads', { ...bad, userId: nobody }, manager)).status).toBe(404);
    expect((await call('reads', { ...bad, userId: id }, manager)).status).toBe(400);
    expect((await call('reads', { word: 'ok', userId: id }, manager)).data()).toEqual({ id });
  });

  test('the input is extended by the id that is checked, and by nothing else', async () => {
    const { doors, manager, call } = await open();
    await using _doors = doors;
    const { id } = await makeStaff(doors.db);
    expect((await call('reads', { word: 'ok' }, manager)).status).toBe(400);
    expect((await call('reads', { word: 'ok', userId: 'x' }, manager)).status).toBe(400);
    expect((await call('reads', { word: 'ok', userId: { toString: 1 } }, manager)).status).toBe(400);
    expect((await call('reads', { word: 'ok', userId: id, groupId: id }, manager)).status).toBe(400);
    expect((await call('reads', { word: 'ok', userId: id.toUpperCase() }, manager)).data()).toEqual({ id });
  });
});

describe('batches', () => {
  const batch = (doors: TestDoors, size: number, secret: string) =>
    doors.staff.server.inject({
      method: 'GET',
      url: `/trpc/${Array.from({ length: size }, () => 'prepares').join(',')}?batch=1&input=${encodeURIComponent(
        JSON.stringify(Object.fromEntries(Array.from({ length: size }, (_, at) => [at, { word: 'good' }]))),
      )}`,
      headers: { host: 'localhost:4100', cookie: `__Host-sp_staff=${secret}` },
    });

  test('ten calls are answered, eleven are refused as a whole', async () => {
    const { doors, manager } = await open();
    await using _doors = doors;
    const ten = await batch(doors, 10, manager.as.secret);
    expect(ten.statusCode).toBe(200);
    expect(ten.json()).toHaveLength(10);
    const eleven = await batch(doors, 11, manager.as.secret);
    expect(eleven.statusCode).toBe(400);
    expect(eleven.body).not.toContain('"ok":true');
  });
});
