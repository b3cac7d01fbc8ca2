import { completeSetup, makeProject, makeScopeItem, type TestProject } from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditRows, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

interface Result {
  lines: { line: number; outcome: string; message: string | null }[];
  added: number;
  duplicates: number;
  refused: number;
}

let doors: TestDoors;
let lead: SignedInPerson;
let project: TestProject;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  lead = await staffUser(doors, { groups: ['penetration-tester'] });
});
afterAll(() => doors[Symbol.asyncDispose]());

const fresh = async () => {
  project = await makeProject(doors.db, { owners: [lead.account] });
  return project;
};
const call = (path: string, input: object, { id } = project) =>
  doors.staff.call(path, { projectId: id, ...input }, { as: lead.as });
const add = async (text: string, more: object = {}, to = project) =>
  (await call('scope.addScope', { text, ...more }, to)).data<Result & object>();
const rowsOf = async (of = project) =>
  (await call('scope.listScope', {}, of)).data<{
    rows: { id: string; kind: string; target: string; note: string; isInScope: boolean }[];
  }>().rows;
const changes = async (of = project) =>
  (await auditRows(doors, 'scope.changed')).filter((row) => row['object_id'] === of.id);

test('a paste adds what is new, in its order, and says of every line what became of it', async () => {
  await fresh();
  await add('shop.client.example # the shop\n192.0.2.0/24');
  const result = await add('192.0.2.999\nSHOP.client.example\nhttps://client.example/a\n\napp: Payroll');
  expect(result).toMatchObject({ added: 2, duplicates: 1, refused: 1 });
  expect(result.lines.map(({ line, outcome }) => [line, outcome])).toEqual([
    [1, 'REFUSED'],
    [2, 'DUPLICATE'],
    [3, 'ADDED'],
    [5, 'ADDED'],
  ]);
  expect((await rowsOf()).map(({ kind, target, note }) => [kind, target, note])).toEqual([
    ['HOST', 'shop.client.example', 'the shop'],
    ['RANGE', '192.0.2.0/24', ''],
    ['URL', 'https://client.example/a', ''],
    ['APPLICATION', 'Payroll', ''],
  ]);
  expect((await changes()).map((row) => row['after'])).toEqual([
    { added: 2, isInScope: true },
    { added: 2, isInScope: true },
  ]);
});

test('a trial says the same, adds nothing and leaves no trace', async () => {
  await fresh();
  const text = 'client.example\nclient.example\nnot/a host';
  const trial = await add(text, { dryRun: true });
  expect(await rowsOf()).toEqual([]);
  expect(await changes()).toEqual([]);
  expect(await add(text)).toEqual(trial);
});

test('a thousand targets at once cost no more statements than one', async () => {
  await fresh();
  const cost = async (text: string) => {
    doors.db.statements.length = 0;
    await add(text);
    return doors.db.statements.length;
  };
  const one = await cost('first.client.example');
  expect(await cost(Array.from({ length: 1_000 }, (_, n) => `h${n}.client.example`).join('\n'))).toBe(one);
  expect(await rowsOf()).toHaveLength(1_001);
  doors.db.statements.length = 0;
  await rowsOf();
  expect(doors.db.statements).toHaveLength(3);
});

test('02: the same paste twice at once is there once, and the later one is told so', async () => {
  await fresh();
  const results = await Promise.all([1, 2].map(() => add('a.client.example\nb.client.example')));
  expect(results.map(({ added }) => added).toSorted()).toEqual([0, 2]);
  expect(await rowsOf()).toHaveLength(2);
});

test('what is out of scope is listed as such; its note and mark can change', async () => {
  await fresh();
  await add('mail.client.example # run by somebody else', { isInScope: false });
  const [row] = await rowsOf();
  expect(row).toMatchObject({ isInScope: false });
  const saved = await call('scope.updateScopeItem', {
    scopeItemId: row?.id,
    isInScope: true,
    note: '<b>{{1}}</b>',
  });
  expect(saved.data()).toEqual({ ...row, isInScope: true, note: '<b>{{1}}</b>' });
});

test('targets of another project are absent, with the bytes of ids that never were', async () => {
  const own = await fresh();
  const other = await makeProject(doors.db, { owners: [lead.account] });
  const foreign = await makeScopeItem(doors.db, other);
  const never = '00000000-0000-4000-8000-000000000000';
  const update = (scopeItemId: string) => ({ scopeItemId, isInScope: false, note: '' });
  for (const [path, input] of [
    ['scope.updateScopeItem', update],
    ['scope.removeScope', (id: string) => ({ scopeItemIds: [id] })],
  ] as const) {
    const answers = await Promise.all([foreign, never].map((id) => call(path, input(id), own)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
  }
  await add('client.example', {}, own);
  const [mine] = await rowsOf(own);
  expect((await call('scope.removeScope', { scopeItemIds: [mine?.id, foreign] }, own)).status).toBe(200);
  expect(await rowsOf(own)).toEqual([]);
  expect(await rowsOf(other)).toHaveLength(1);
  expect((await changes(own)).at(-1)).toMatchObject({ after: { removed: 1 } });
});

test('Lock: the scope of a completed project stays as it was, and can be read', async () => {
  const done = await makeProject(doors.db, { owners: [lead.account], completedAt: new Date() });
  const item = await makeScopeItem(doors.db, done);
  for (const [path, input] of Object.entries({
    'scope.addScope': { text: 'client.example' },
    'scope.updateScopeItem': { scopeItemId: item, isInScope: false, note: '' },
    'scope.removeScope': { scopeItemIds: [item] },
  })) {
    expect((await call(path, input, done)).error).toMatchObject({ reason: { gate: 'G9', rule: 'Lock' } });
  }
  expect(await rowsOf(done)).toMatchObject([{ id: item, isInScope: true }]);
});

test('R2: control characters, unknown keys, too many lines and too long texts are refused', async () => {
  await fresh();
  for (const input of [
    { text: 'a\u0000b' },
    { text: 'a', companyId: project.companyId },
    { text: `${'x\n'.repeat(5_001)}x` },
    { text: 'x'.repeat(200_001) },
    { text: ['a'] },
  ]) {
    expect((await call('scope.addScope', input)).status).toBe(400);
  }
  expect((await call('scope.removeScope', { scopeItemIds: [] })).status).toBe(400);
});

test('hostile lines never fail the paste; what is text stays text', async () => {
  await fresh();
  const lines = [
    '<script>alert(1)</script>',
    '=1+1',
    '{{constructor}}',
    "'; DROP TABLE scope_item; --",
    'javascript:alert(1)',
    'https://user:secret@client.example',
    '\u202egnp.exe',
    'x'.repeat(3_000),
  ];
  const result = await add(lines.join('\n'));
  expect(result.added + result.refused).toBe(lines.length);
  expect(result.lines.slice(-3).every(({ outcome }) => outcome === 'REFUSED')).toBe(true);
  expect((await rowsOf())[0]).toMatchObject({ kind: 'OTHER', target: '<script>alert(1)</script>' });
});
