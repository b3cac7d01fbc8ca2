import { ScopeLine } from '@sallyport/contracts/staff';
import { expect, test } from 'vitest';
import { MAXIMUM_TARGETS, planScope } from './plan-scope.ts';

const NOTHING = new Map<string, { isInScope: boolean }>();

test('every line that says something is told with its number; blank lines are passed over', () => {
  const { lines, adds } = planScope('192.0.2.1\n\n   \n192.0.2.999\nclient.example', NOTHING);
  expect(lines.map(({ line, outcome }) => [line, outcome])).toEqual([
    [1, 'ADDED'],
    [4, 'REFUSED'],
    [5, 'ADDED'],
  ]);
  expect(adds.map(({ target }) => target)).toEqual(['192.0.2.1', 'client.example']);
  for (const line of lines) expect(ScopeLine.parse(line)).toEqual(line);
});

test('a note follows a tab or " # "; a # inside an address belongs to it', () => {
  const { adds } = planScope(
    'https://client.example/#/login\thandle with care\n192.0.2.1 # spare\tone\nclient.example # a # b',
    NOTHING,
  );
  expect(adds.map(({ target, note }) => [target, note])).toEqual([
    ['https://client.example/#/login', 'handle with care'],
    ['192.0.2.1', 'spare one'],
    ['client.example', 'a # b'],
  ]);
});

test('duplicates are told with where the other one is, in the paste and in the project', () => {
  const existing = new Map([['192.0.2.0-192.0.2.255', { isInScope: false }]]);
  const { lines, adds } = planScope('client.example\n192.0.2.0/24\nCLIENT.example', existing);
  expect(lines.map(({ outcome, message }) => [outcome, message])).toEqual([
    ['ADDED', null],
    ['DUPLICATE', 'Already listed as out of scope.'],
    ['DUPLICATE', 'The same as line 1.'],
  ]);
  expect(adds).toHaveLength(1);
});

test('a note that is too long refuses its line', () => {
  const { lines } = planScope(`192.0.2.1\t${'n'.repeat(301)}`, NOTHING);
  expect(lines).toMatchObject([{ outcome: 'REFUSED', message: expect.stringContaining('300') }]);
});

test('a project does not grow past its limit', () => {
  const existing = new Map(
    Array.from({ length: MAXIMUM_TARGETS - 1 }, (_, at) => [`h${at}.example`, { isInScope: true }]),
  );
  const { lines } = planScope('a.example\nb.example', existing);
  expect(lines.map(({ outcome }) => outcome)).toEqual(['ADDED', 'REFUSED']);
});
