import { AddInstancesResult } from '@sallyport/contracts/staff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInstanceTarget, parseInstance } from './parse-instance.ts';
import { MAXIMUM_INSTANCES, planInstances } from './plan-instances.ts';

const NONE: ReadonlySet<string> = new Set();
const of = (text: string) => {
  const parsed = parseInstance(text);
  if (!isInstanceTarget(parsed)) return parsed.message;
  const { target, host, address, port, protocol, url } = parsed;
  return [target, host, address, port, protocol, url];
};

describe('a place is taken apart and shown in one way', () => {
  const url = "https://shop.client.example/a/../b;/..%2f?id=1'--#top";
  test.each([
    [url, url, 'shop.client.example', '', 443, 'tcp', url],
    [
      'http://192.0.2.7:8080/x',
      'http://192.0.2.7:8080/x',
      '',
      '192.0.2.7',
      8080,
      'tcp',
      'http://192.0.2.7:8080/x',
    ],
    [
      'https://[2001:db8::1]/',
      'https://[2001:db8::1]/',
      '',
      '2001:db8::1',
      443,
      'tcp',
      'https://[2001:db8::1]/',
    ],
    ['Shop.Client.Example', 'shop.client.example', 'shop.client.example', '', null, '', ''],
    ['mail.client.example:25', 'mail.client.example:25', 'mail.client.example', '', 25, '', ''],
    ['dc01:53/UDP', 'dc01:53/udp', 'dc01', '', 53, 'udp', ''],
    ['192.0.2.7', '192.0.2.7', '', '192.0.2.7', null, '', ''],
    ['192.0.2.7:443/tcp', '192.0.2.7:443/tcp', '', '192.0.2.7', 443, 'tcp', ''],
    ['2001:DB8:0::1', '2001:db8::1', '', '2001:db8::1', null, '', ''],
    ['[2001:db8::1]', '2001:db8::1', '', '2001:db8::1', null, '', ''],
    ['[2001:db8::1]:443/tcp', '[2001:db8::1]:443/tcp', '', '2001:db8::1', 443, 'tcp', ''],
  ])('%s', (text, ...parts) => expect(of(text)).toEqual(parts));
});

describe('what names no place is refused with words', () => {
  test.each([
    ['192.0.2.0/24', /range is many places/],
    ['192.0.2.1-192.0.2.9', /range is many places/],
    ['client.example/login', /https:\/\//],
    ['client.example/tcp', /port before the protocol/],
    ['client.example:443/http', /protocol is not known/],
    ['client.example:70000', /65535/],
    ['192.0.2.300', /IP address/],
    ['javascript://alert', /not known/],
    ['file:///etc/passwd', /not known/],
    ['https://user:pass@client.example/', /user name and password/],
    ['https://', /not complete/],
    ['https://client.example/a b', /not complete/],
    ['the login form', /Write a URL/],
    ['app: Payroll', /Write a URL/],
    ['shop\u202e.client.example', /hidden characters/],
    [`https://client.example/${'a'.repeat(2_048)}`, /2,048/],
    ['-', /names no target/],
  ])('%s', (text, words) => expect(of(text)).toMatch(words));
});

test('a note follows a tab or " # "; a # inside an address belongs to it', () => {
  const { adds } = planInstances(
    'https://client.example/#/login\tonly  as guest\n192.0.2.1:22/tcp # spare\tone\nclient.example # a # b',
    NONE,
  );
  expect(adds.map(({ target, note }) => [target, note])).toEqual([
    ['https://client.example/#/login', 'only as guest'],
    ['192.0.2.1:22/tcp', 'spare one'],
    ['client.example', 'a # b'],
  ]);
});

test('duplicates are counted, in the paste and in the finding; refusals keep their line', () => {
  const plan = planInstances(
    'client.example:443/tcp\n\n192.0.2.1\nCLIENT.example:443/TCP\n192.0.2.999',
    new Set(['192.0.2.1']),
  );
  expect(plan).toMatchObject({ duplicates: 2, refused: [{ line: 5, text: '192.0.2.999' }] });
  expect(plan.adds.map(({ target }) => target)).toEqual(['client.example:443/tcp']);
});

test('a note that is too long refuses its line; a finding does not grow past its limit', () => {
  expect(planInstances(`192.0.2.1\t${'n'.repeat(501)}`, NONE).refused[0]?.message).toContain('500');
  const full = new Set(Array.from({ length: MAXIMUM_INSTANCES - 1 }, (_, at) => `h${at}.example`));
  const plan = planInstances('a.example\nb.example', full);
  expect([plan.adds.length, plan.refused.length]).toEqual([1, 1]);
});

test('every line is added, known or refused; what was added is known the second time', () => {
  const host = fc.constantFrom('client.example', '192.0.2.7', '[2001:db8::7]', 'dc01', 'x y', '');
  const port = fc.oneof(
    fc.constant(''),
    fc.integer({ min: -1, max: 70_000 }).map((n) => `:${n}`),
  );
  const end = fc.constantFrom('', '/tcp', '/udp', '/icmp', ' # note', '\tnote', '/24');
  const place = fc.oneof(
    fc.tuple(host, port, end).map((parts) => parts.join('')),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      const first = planInstances(text, NONE);
      const said = text.split('\n').filter((line) => line.trim() !== '').length;
      expect(first.adds.length + first.duplicates + first.refused.length).toBe(said);
      AddInstancesResult.parse({
        added: first.adds.length,
        duplicates: first.duplicates,
        refused: first.refused,
      });
      const second = planInstances(text, new Set(first.adds.map(({ target }) => target)));
      expect(second.adds).toEqual([]);
      expect(second.refused).toEqual(first.refused);
      for (const { target } of first.adds) expect(of(target)).toContain(target);
    }),
    { numRuns: 300 },
  );
});
