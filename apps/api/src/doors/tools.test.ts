import { completeSetup, makeProject } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import { createRouter, procedure } from '../trpc/procedure.ts';
import { auditRows, readValue, type SignedInPerson, staffUser } from './testing/people.ts';
import { openTestDoors, type TestDoors } from './testing/test-doors.ts';
import { makeBearer } from './testing/tokens.ts';

const Seen = z.strictObject({ id: z.string(), isAdmin: z.boolean() });

const getProject = procedure
  .staff({ permission: null, on: 'project', action: 'project.read' })
  .input(z.strictObject({}))
  .output(Seen)
  .query(async ({ call, grant }) => {
    call.authorize({ action: 'project.read', project: grant.facts });
    const { account } = call.principal;
    return { id: grant.id, isAdmin: account.audience === 'STAFF' && account.isAdmin };
  });
const touchProject = procedure
  .staff({ permission: 'manage-projects', on: 'project', action: 'project.write' })
  .input(z.strictObject({}))
  .output(z.strictObject({ ok: z.boolean() }))
  .mutation(async ({ call, grant }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    await writeAudit(call, { action: 'project.updated', objectType: 'project', objectId: grant.id });
    return { ok: true };
  });

const staff = createRouter({ getProject, touchProject });
const tools = createRouter({
  getProject: procedure.tools(getProject, { permission: null, on: 'project', action: 'project.read' }),
  touchProject: procedure.tools(touchProject, {
    permission: 'manage-projects',
    on: 'project',
    action: 'project.write',
  }),
});

let doors: TestDoors;
let lead: SignedInPerson;
let projectId: string;

beforeAll(async () => {
  doors = await openTestDoors({ staff, tools });
  await completeSetup(doors.db);
  lead = await staffUser(doors, { groups: ['penetration-tester'] });
  projectId = (await makeProject(doors.db, { owners: [lead.account] })).id;
});
afterAll(() => doors[Symbol.asyncDispose]());

const read = (as: { secret: string } | null, id = projectId, headers: Record<string, string> = {}) =>
  doors.tools.call('getProject', { projectId: id }, { as, headers });
const write = (as: { secret: string }) => doors.tools.call('touchProject', { projectId }, { as });

describe('T1 tokens at the tools door', () => {
  test('T1 one handler serves both doors, and what it does through this one is recorded so', async () => {
    const token = await makeBearer(doors.db, lead.account);
    expect((await read(token)).data()).toEqual({ id: projectId, isAdmin: false });
    expect((await doors.staff.call('getProject', { projectId }, { as: lead.as })).data()).toMatchObject({
      id: projectId,
    });
    expect((await write(token)).data()).toEqual({ ok: true });
    expect(await auditRows(doors, 'project.updated')).toContainEqual(
      expect.objectContaining({ door: 'TOOLS', actor_id: lead.account.id, session_id: token.id }),
    );
  });

  test('T1 a token is known in two statements', async () => {
    const token = await makeBearer(doors.db, lead.account);
    await read(token);
    doors.db.statements.length = 0;
    await read(token);
    // The token, its owner with his groups, and the project with its members.
    const own = doors.db.statements.filter((sql) => !/^(BEGIN|COMMIT)/i.test(sql));
    expect(own.map((sql) => /from (\w+)/.exec(sql)?.[1])).toEqual([
      'api_token',
      'group_grant',
      'project_member',
    ]);
  });

  test('T1 refuses none, a malformed, a wrong, a revoked and an expired one alike', async () => {
    const good = await makeBearer(doors.db, lead.account);
    const revoked = await makeBearer(doors.db, lead.account, { revokedAt: new Date() });
    const expired = await makeBearer(doors.db, lead.account, { days: -1 });
    const wrong = { secret: `${good.secret.slice(0, -2)}xx` };
    const answers = [];
    for (const as of [null, { secret: 'sp_1_2' }, wrong, revoked, expired, lead.as])
      answers.push(await read(as));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await read(good)).status).toBe(200);
  });

  test('T1 refuses a cookie, with the token or instead of it, at either door', async () => {
    const token = await makeBearer(doors.db, lead.account);
    const cookie = { cookie: `__Host-sp_staff=${lead.as.secret}` };
    expect((await read(null, projectId, cookie)).status).toBe(401);
    expect((await read(token, projectId, cookie)).status).toBe(401);
    const headers = { authorization: `Bearer ${token.secret}` };
    expect((await doors.staff.call('getProject', { projectId }, { as: lead.as, headers })).status).toBe(401);
    expect((await doors.staff.call('getProject', { projectId }, { headers })).status).toBe(401);
  });

  test('T1 is exempt from the origin check alone, not from the host', async () => {
    const token = await makeBearer(doors.db, lead.account);
    const options = (headers: Record<string, string>) => ({ as: token, headers });
    const call = (headers: Record<string, string>) =>
      doors.tools.call('touchProject', { projectId }, options(headers));
    expect((await call({ origin: 'https://ci.example', 'sec-fetch-site': 'cross-site' })).status).toBe(200);
    expect((await call({ host: 'attacker.example' })).status).toBe(403);
  });

  test('T1 allows what is in the scopes and held now, and nothing else', async () => {
    const scoped = (reach: 'ALL' | 'ASSIGNED') =>
      makeBearer(doors.db, lead.account, { scopes: [{ permission: 'manage-projects', reach }] });
    const foreign = await makeProject(doors.db);
    // The owner reaches what he is assigned to; a wider scope adds nothing.
    expect((await read(await scoped('ALL'), foreign.id)).status).toBe(404);
    expect((await write(await scoped('ASSIGNED'))).status).toBe(200);
    const without = await makeBearer(doors.db, lead.account, {
      scopes: [{ permission: 'manage-users', reach: null }],
    });
    expect((await write(without)).code).toBe('FORBIDDEN');
  });

  test('T1 an Admin’s token carries permissions and never the flag', async () => {
    const admin = await staffUser(doors, { isAdmin: true });
    const all = await makeBearer(doors.db, admin.account);
    expect((await read(all)).data()).toEqual({ id: projectId, isAdmin: false });
    const few = await makeBearer(doors.db, admin.account, {
      scopes: [{ permission: 'manage-companies', reach: null }],
    });
    expect((await read(few)).status).toBe(404);
  });

  test('T1 loses power at once with its owner', async () => {
    const owner = await staffUser(doors, { groups: ['project-manager'] });
    const token = await makeBearer(doors.db, owner.account);
    expect((await write(token)).status).toBe(200);
    await doors.db.owner.query('DELETE FROM membership WHERE account_id = $1', [owner.account.id]);
    expect((await write(token)).code).toBe('FORBIDDEN');
    await doors.db.owner.query(`UPDATE account SET status = 'INACTIVE' WHERE id = $1`, [owner.account.id]);
    expect((await write(token)).status).toBe(401);
  });

  test('T1 shows its last use, written at most once a minute', async () => {
    const token = await makeBearer(doors.db, lead.account);
    const lastUse = () => readValue(doors, 'SELECT last_used_at FROM api_token WHERE id = $1', [token.id]);
    expect(await lastUse()).toBeNull();
    await read(token);
    const first = await lastUse();
    expect(first).toBeInstanceOf(Date);
    await read(token);
    expect(await lastUse()).toEqual(first);
  });

  test('S4 counts failures by address, and a good token passes all the same', async () => {
    const address = '203.0.113.77';
    const call = (as: { secret: string }) => doors.tools.call('getProject', { projectId }, { as, address });
    const statuses = [];
    for (let at = 0; at < 31; at += 1) statuses.push((await call({ secret: 'sp_guess' })).status);
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 401), 429]);
    expect((await call(await makeBearer(doors.db, lead.account))).status).toBe(200);
  });

  test('a second declaration that differs in object or action is refused when it is made', () => {
    expect(() =>
      procedure.tools(getProject, { permission: null, on: 'project', action: 'project.write' }),
    ).toThrow(TypeError);
    expect(() => procedure.tools(getProject, { permission: null, action: 'project.read' })).toThrow(
      TypeError,
    );
  });
});
