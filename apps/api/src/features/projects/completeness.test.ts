import { expect, test } from 'vitest';
import { type CheckedFinding, type CheckedProject, completenessOf, whatBlocks } from './completeness.ts';

const complete: CheckedFinding = {
  id: '6f1f7a2e-0000-4000-8000-000000000001',
  severity: 'high',
  isRatedByHand: false,
  isWithdrawn: false,
  hasTexts: true,
  instanceCount: 1,
};
const project: CheckedProject = {
  testStart: '2026-03-01',
  testEnd: '2026-03-10',
  standardCount: 1,
  scopeCount: 1,
  findings: [complete],
  imports: { waiting: 0, applying: 0 },
};
const missing = (change: Partial<CheckedProject>) =>
  completenessOf({ ...project, ...change }).map(({ key, isBlocking }) => [key, isBlocking]);
const withFinding = (change: Partial<CheckedFinding>) => missing({ findings: [{ ...complete, ...change }] });

test('a complete project lacks nothing', () => {
  expect(missing({})).toEqual([]);
  expect(whatBlocks([])).toBeNull();
});

test.each([
  ['no standard', { standardCount: 0 }, 'standards', true],
  ['no scope', { scopeCount: 0 }, 'scope', true],
  ['an import that is being written', { imports: { waiting: 0, applying: 1 } }, 'import-waiting', true],
  ['an import that waits', { imports: { waiting: 2, applying: 0 } }, 'import-waiting', false],
  ['no first day', { testStart: null }, 'dates', false],
  ['no last day', { testEnd: null }, 'dates', false],
  ['no findings at all', { findings: [] }, 'findings', false],
] as const)('%s', (_what, change, key, isBlocking) => {
  expect(missing(change)).toEqual([[key, isBlocking]]);
});

test.each([
  ['without an instance', { instanceCount: 0 }, [['instances', true]]],
  ['without an instance, but withdrawn', { instanceCount: 0, isWithdrawn: true }, []],
  ['without texts', { hasTexts: false }, [['texts', false]]],
  ['Informational by hand', { severity: 'info', isRatedByHand: true }, [['severity', false]]],
  ['Informational by a tool', { severity: 'info' }, []],
] as const)('a finding %s', (_what, change, expected) => {
  expect(withFinding(change)).toEqual(expected);
});

test('what blocks comes first and is said in one text; the findings are named', () => {
  const items = completenessOf({
    ...project,
    scopeCount: 0,
    testEnd: null,
    findings: [
      { ...complete, instanceCount: 0 },
      { ...complete, id: 'b', instanceCount: 0 },
    ],
  });
  expect(items.map(({ isBlocking }) => isBlocking)).toEqual([true, true, false]);
  expect(items[1]).toMatchObject({
    message: expect.stringMatching(/^2 findings have/),
    findingIds: [complete.id, 'b'],
  });
  expect(whatBlocks(items)).toMatch(
    /^This project cannot be completed yet\. The scope is empty\..*2 findings/,
  );
});
