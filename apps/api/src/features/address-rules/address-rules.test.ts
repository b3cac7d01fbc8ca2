import {
  completeSetup,
  makeAddressRule,
  makeClient,
  makeCustomer,
  makeSession,
  makeStaff,
} from '@sallyport/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { makeBearer } from '../../doors/testing/tokens.ts';

const OFFICE = '203.0.113.0/24';
const INSIDE = '203.0.113.7';
const OUTSIDE = '198.51.100.7';

let doors: TestDoors;
let admin: SignedInPerson;
beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  admin = await staffUser(doors, { isAdmin: true });
});
afterAll(() => doors[Symbol.asyncDispose]());
afterEach(() => doors.db.owner.query('DELETE FROM address_rule').then(() => undefined));

const update = (place: object, networks: readonly string[], address = INSIDE) =>
  doors.staff.call(
    'addressRules.update',
    { place, rules: networks.map((network) => ({ network })) },
    { as: admin.as, address },
  );
const staffCall = (as: { secret: string }, address: string) =>
  doors.staff.call('people.listPeople', {}, { as, address });
const portalCall = (as: { secret: string }, address: string) =>
  doors.portal.call('home.getHome', {}, { as, address });

describe('S9 at every request', () => {
  test('S9 allows staff from a listed network and refuses them from any other, at G2', async () => {
    const person = await makeSession(doors.db, await makeStaff(doors.db));
    await makeAddressRule(doors.db, { level: 'STAFF', network: OFFICE });
    expect((await staffCall(person, INSIDE)).status).toBe(200);
    const refused = await staffCall(person, OUTSIDE);
    expect([refused.status, refused.error?.reason]).toMatchObject([403, { gate: 'G2', rule: 'S9' }]);
  });

  test('S9 allows IPv4 that travels inside IPv6, and IPv6 by its network; refuses their neighbours', async () => {
    const person = await makeSession(doors.db, await makeStaff(doors.db));
    await makeAddressRule(doors.db, { level: 'STAFF', network: OFFICE });
    await makeAddressRule(doors.db, { level: 'STAFF', network: '2001:db8:1::/48' });
    expect((await staffCall(person, `::ffff:${INSIDE}`)).status).toBe(200);
    expect((await staffCall(person, '2001:db8:1::9')).status).toBe(200);
    expect((await staffCall(person, `::ffff:${OUTSIDE}`)).status).toBe(403);
    expect((await staffCall(person, '2001:db8:2::9')).status).toBe(403);
    expect((await staffCall(person, 'unknown')).status).toBe(403);
  });

  test('S9 all levels that apply must pass: customers, their company, the account', async () => {
    const company = await makeClient(doors.db);
    const customer = await makeCustomer(doors.db, { company });
    const session = await makeSession(doors.db, customer);
    expect((await portalCall(session, OUTSIDE)).status).toBe(200);
    await makeAddressRule(doors.db, { level: 'CUSTOMERS', network: '203.0.112.0/23' });
    await makeAddressRule(doors.db, { level: 'COMPANY', subjectId: company.id, network: OFFICE });
    expect((await portalCall(session, INSIDE)).status).toBe(200);
    expect((await portalCall(session, '203.0.112.7')).status).toBe(403);
    await makeAddressRule(doors.db, { level: 'ACCOUNT', subjectId: customer.id, network: '203.0.113.9' });
    expect((await portalCall(session, INSIDE)).status).toBe(403);
    expect((await portalCall(session, '203.0.113.9')).status).toBe(200);
  });

  test('S9 a list of one door says nothing about the other', async () => {
    const person = await makeSession(doors.db, await makeStaff(doors.db));
    await makeAddressRule(doors.db, { level: 'CUSTOMERS', network: OFFICE });
    expect((await staffCall(person, OUTSIDE)).status).toBe(200);
  });

  test('S9 refuses a stream within five seconds after its network was taken off the list', async () => {
    const person = await makeSession(doors.db, await makeStaff(doors.db));
    const stream = await doors.staff.stream('live.events', {}, { as: person, address: OUTSIDE });
    expect(stream.status).toBe(200);
    const startedAt = Date.now();
    await makeAddressRule(doors.db, { level: 'STAFF', network: OFFICE });
    const end = await stream.next();
    expect(end).toMatchObject({ error: expect.anything() });
    expect(Date.now() - startedAt).toBeLessThan(5_000);
    stream.close();
  });
});

describe('S9 at sign-in', () => {
  test('S9 refuses the right password from elsewhere as it refuses a wrong one, and allows it from inside', async () => {
    const password = 'seven slow herons over mud';
    const account = await makeStaff(doors.db, { password: await doors.password(password), hasFactor: false });
    await makeAddressRule(doors.db, { level: 'ACCOUNT', subjectId: account.id, network: OFFICE });
    const signIn = (text: string, address: string) =>
      doors.staff.call('auth.signIn', { identifier: account.email, password: text }, { address });
    const wrong = await signIn('not the right one at all', OUTSIDE);
    const elsewhere = await signIn(password, OUTSIDE);
    expect([elsewhere.status, elsewhere.text]).toEqual([wrong.status, wrong.text]);
    expect(elsewhere.secret).toBeNull();
    expect((await signIn(password, INSIDE)).status).toBe(200);
  });
});

describe('S9 for tokens', () => {
  test('S9 a token is held to its own list and to its owner’s', async () => {
    const owner = await makeStaff(doors.db, { groups: ['penetration-tester'] });
    const token = await makeBearer(doors.db, owner);
    const list = (address: string) => doors.tools.call('projects.listProjects', {}, { as: token, address });
    expect((await list(OUTSIDE)).status).toBe(200);
    await makeAddressRule(doors.db, { level: 'TOKEN', subjectId: token.id, network: OFFICE });
    expect((await list(INSIDE)).status).toBe(200);
    expect((await list(OUTSIDE)).error?.reason).toMatchObject({ gate: 'G2', rule: 'S9' });
    await makeAddressRule(doors.db, { level: 'STAFF', network: '192.0.2.0/24' });
    expect((await list(INSIDE)).status).toBe(403);
  });
});

describe('S9 changing a list', () => {
  test('S9 allows an Admin: single addresses become networks of one, what stays keeps its id, and it is recorded', async () => {
    const place = { level: 'STAFF' };
    const first = await update(place, [OFFICE, '192.0.2.5', '2001:DB8::1']);
    const { rules } = first.data<{ rules: { id: string; network: string }[] }>();
    expect(rules.map(({ network }) => network)).toEqual(['192.0.2.5/32', OFFICE, '2001:db8::1/128']);
    const second = (await update(place, [OFFICE])).data<{ rules: { id: string }[] }>();
    expect(second.rules.map(({ id }) => id)).toEqual([rules[1]?.id]);
    expect((await auditRows(doors, 'networks.updated')).at(-1)).toMatchObject({
      object_type: 'networks',
      before: { level: 'STAFF', networks: ['192.0.2.5/32', OFFICE, '2001:db8::1/128'] },
      after: { level: 'STAFF', networks: [OFFICE] },
    });
  });

  test('S9 refuses a list that excludes its author, computed from where the author is', async () => {
    const refused = await update({ level: 'STAFF' }, [OFFICE], OUTSIDE);
    expect(refused.error).toMatchObject({
      code: 'INVALID_INPUT',
      userMessage: expect.stringContaining(OUTSIDE),
      reason: { rule: 'S9' },
    });
    const own = await update({ level: 'ACCOUNT', subjectId: admin.account.id }, [OFFICE], OUTSIDE);
    expect(own.code).toBe('INVALID_INPUT');
    // What binds others may leave out the author.
    const { id } = await makeStaff(doors.db);
    expect((await update({ level: 'ACCOUNT', subjectId: id }, [OFFICE], OUTSIDE)).status).toBe(200);
    expect((await update({ level: 'CUSTOMERS' }, [OFFICE], OUTSIDE)).status).toBe(200);
    expect((await update({ level: 'STAFF' }, [], OUTSIDE)).status).toBe(200);
  });

  test('S9 refuses what is no network, host bits, a line twice and more than a hundred', async () => {
    const problems = async (networks: readonly string[]) =>
      (await update({ level: 'CUSTOMERS' }, networks)).error?.fields;
    expect(await problems([OFFICE, 'office'])).toMatchObject([{ path: 'rules.1.network' }]);
    expect(await problems(['203.0.113.5/24'])).toMatchObject([{ message: expect.stringContaining(OFFICE) }]);
    expect(await problems([OFFICE, OFFICE])).toMatchObject([{ path: 'rules.1.network' }]);
    const many = Array.from({ length: 101 }, (_, n) => `10.0.${n}.0/24`);
    expect((await update({ level: 'CUSTOMERS' }, many)).code).toBe('INVALID_INPUT');
    expect((await update({ level: 'CUSTOMERS' }, many.slice(1))).status).toBe(200);
  });

  test('A9 tells before saving whom it would cut off, and changes nothing', async () => {
    await makeSession(doors.db, await makeCustomer(doors.db), { address: OUTSIDE });
    const input = { place: { level: 'CUSTOMERS' }, rules: [{ network: OFFICE }, { network: '203.0.113.9' }] };
    const told = (
      await doors.staff.call('addressRules.preview', input, { as: admin.as, address: INSIDE })
    ).data<{
      cutOff: { people: number };
      lines: { remark: string | null; size: string | null }[];
    }>();
    expect(told.cutOff.people).toBeGreaterThan(0);
    expect(told.lines.map(({ size, remark }) => remark ?? size)).toEqual([
      '256 addresses',
      `Lies inside ${OFFICE}, so it changes nothing.`,
    ]);
    const { rows } = await doors.db.owner.query('SELECT 1 FROM address_rule');
    expect(rows).toEqual([]);
  });
});
