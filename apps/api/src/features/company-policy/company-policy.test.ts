import { completeSetup, makeClient, makeCustomer, makeGroup, makeSession } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let keeper: SignedInPerson;
beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  const group = await makeGroup(doors.db, { grants: [{ permission: 'manage-companies' }] });
  keeper = await staffUser(doors, { groups: [group.id] });
});
afterAll(() => doors[Symbol.asyncDispose]());

const update = (companyId: string, change: object) =>
  doors.staff.call('companyPolicy.update', { companyId, version: 0, ...change }, { as: keeper.as });

describe('S5 a company’s policy', () => {
  test('S5 refuses its customers without a factor everything else, and leaves other companies alone', async () => {
    const [mine, other] = [await makeClient(doors.db), await makeClient(doors.db)];
    const bare = await makeSession(doors.db, await makeCustomer(doors.db, { company: mine }));
    const has = await makeSession(doors.db, await makeCustomer(doors.db, { company: mine, hasFactor: true }));
    const elsewhere = await makeSession(doors.db, await makeCustomer(doors.db, { company: other }));
    const home = (as: { secret: string }) => doors.portal.call('home.getHome', {}, { as });
    const answer = await update(mine.id, { isFactorRequired: true, idleMinutes: null });
    expect(answer.data()).toMatchObject({ isFactorRequired: true, version: 1, customersWithoutFactor: 1 });
    expect((await home(bare)).error?.reason?.gate).toBe('G3');
    expect((await home(has)).status).toBe(200);
    expect((await home(elsewhere)).status).toBe(200);
    expect((await auditRows(doors, 'company-policy.updated')).at(-1)).toMatchObject({
      object_id: mine.id,
      before: { isFactorRequired: false },
      after: { isFactorRequired: true },
    });
  });

  test('S6 allows a shorter time without use: live sessions are shortened, those of others not', async () => {
    const [mine, other] = [await makeClient(doors.db), await makeClient(doors.db)];
    const own = await makeSession(doors.db, await makeCustomer(doors.db, { company: mine }));
    const foreign = await makeSession(doors.db, await makeCustomer(doors.db, { company: other }));
    await update(mine.id, { isFactorRequired: false, idleMinutes: 10 });
    const idle = (id: string) => readValue(doors, 'SELECT idle_seconds FROM session WHERE id = $1', [id]);
    expect([await idle(own.id), await idle(foreign.id)]).toEqual([600, 1800]);
  });

  test('S6 refuses a time that is longer than 30 minutes, and a stale edit', async () => {
    const { id } = await makeClient(doors.db);
    expect((await update(id, { isFactorRequired: false, idleMinutes: 31 })).code).toBe('INVALID_INPUT');
    expect((await update(id, { isFactorRequired: false, idleMinutes: 15 })).status).toBe(200);
    expect((await update(id, { isFactorRequired: false, idleMinutes: 20 })).code).toBe('STALE_EDIT');
    const again = await update(id, { isFactorRequired: false, idleMinutes: null, version: 1 });
    expect(again.data()).toMatchObject({ idleMinutes: null, version: 2, standardIdleMinutes: 30 });
  });
});
