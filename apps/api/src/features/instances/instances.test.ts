import { completeSetup, makeFinding, makeInstance, makeProject, type TestFinding } from '@sallyport/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let tester: SignedInPerson;
let finding: TestFinding;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  tester = await staffUser(doors, { groups: ['penetration-tester'] });
});
beforeEach(async () => {
  finding = await makeFinding(doors.db, await makeProject(doors.db, { owners: [tester.account] }));
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, input: object = {}) =>
  doors.staff.call(path, { findingId: finding.id, ...input }, { as: tester.as });
const instances = async () =>
  (await call('findings.getFinding')).data<{ instances: { id: string; target: string; note: string }[] }>()
    .instances;

test('a paste is added in its order; what is known or no place is told', async () => {
  const text =
    'https://shop.client.example/a # first\n192.0.2.7:22/tcp\n[2001:db8::1]:443\nnot a place\n192.0.2.7:22/tcp';
  expect((await call('instances.addInstances', { text })).data()).toMatchObject({
    added: 3,
    duplicates: 1,
    refused: [{ line: 4, text: 'not a place' }],
  });
  expect((await call('instances.addInstances', { text: 'dc01\n[2001:DB8::1]:443' })).data()).toMatchObject({
    added: 1,
    duplicates: 1,
  });
  expect((await instances()).map(({ target, note }) => [target, note])).toEqual([
    ['https://shop.client.example/a', 'first'],
    ['192.0.2.7:22/tcp', ''],
    ['[2001:db8::1]:443', ''],
    ['dc01', ''],
  ]);
});

test('every new instance begins its history with who added it', async () => {
  await call('instances.addInstances', { text: '192.0.2.7\n192.0.2.8' });
  const { rows } = await doors.db.owner.query(
    'SELECT actor_id, from_result, to_result FROM instance_event WHERE finding_id = $1',
    [finding.id],
  );
  const first = { actor_id: tester.account.id, from_result: null, to_result: 'OPEN' };
  expect(rows).toEqual([first, first]);
});

test('two pastes of the same at once add each place once', async () => {
  const text = Array.from({ length: 50 }, (_, at) => `h${at}.client.example`).join('\n');
  const answers = await Promise.all([1, 2].map(() => call('instances.addInstances', { text })));
  const added = answers.map((answer) => answer.data<{ added: number }>().added);
  expect(added.toSorted((a, b) => a - b)).toEqual([0, 50]);
  expect(await instances()).toHaveLength(50);
});

test('note and parameter change, where it is does not; work on instances leaves the version of the finding', async () => {
  const instanceId = await makeInstance(doors.db, finding, { host: 'dc01', port: 53, protocol: 'udp' });
  const change = { instanceId, parameter: 'q', note: 'Recursion' };
  expect((await call('instances.updateInstance', change)).status).toBe(200);
  expect(await instances()).toMatchObject([{ target: 'dc01:53/udp', parameter: 'q', note: 'Recursion' }]);
  expect((await call('instances.updateInstance', { ...change, url: 'https://x.example' })).status).toBe(400);
  expect((await call('findings.getFinding')).data()).toMatchObject({
    version: 1,
    updatedBy: { id: tester.account.id },
  });
});

test('A11: instances are removed all together, and none when one is of another finding', async () => {
  const own = await makeInstance(doors.db, finding);
  const other = await makeInstance(
    doors.db,
    await makeFinding(doors.db, {
      id: finding.projectId,
      companyId: finding.companyId,
    }),
  );
  expect((await call('instances.removeInstances', { instanceIds: [own, other] })).status).toBe(404);
  expect(await instances()).toHaveLength(1);
  expect(
    (await call('instances.updateInstance', { instanceId: other, parameter: '', note: 'x' })).status,
  ).toBe(404);
  expect((await call('instances.removeInstances', { instanceIds: [own, own] })).status).toBe(200);
  expect(
    await readValue(doors, 'SELECT count(*)::int FROM instance WHERE id = ANY ($1)', [[own, other]]),
  ).toBe(1);
  const [row] = (await auditRows(doors, 'instance.changed')).slice(-1);
  expect(row).toMatchObject({ object_id: finding.id, before: { removed: [own] } });
});

test('a thousand places cost no more statements than one', async () => {
  const cost = async (text: string) => {
    doors.db.statements.length = 0;
    expect((await call('instances.addInstances', { text })).status).toBe(200);
    return doors.db.statements.length;
  };
  const one = await cost('192.0.2.7');
  expect(await cost(Array.from({ length: 1_000 }, (_, at) => `h${at}.client.example`).join('\n'))).toBe(one);
});
