import { describe, expect, test } from 'vitest';
import { covers, isInside, isNetwork, type Network, parseNetwork, sizeOf } from './network.service.ts';
import { readLines } from './read-lines.service.ts';

function network(text: string): Network {
  const read = parseNetwork(text);
  if (!isNetwork(read)) throw new Error(read.problem);
  return read;
}

describe('S9 networks as they are typed', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7/32'],
    [' 10.0.0.0/8 ', '10.0.0.0/8'],
    ['2001:DB8:0:0::1', '2001:db8::1/128'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['::ffff:192.0.2.1', '192.0.2.1/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['::/0', '::/0'],
  ])('S9 allows %j, which is %s', (text, expected) => {
    expect(parseNetwork(text)).toMatchObject({ text: expected });
  });

  test.each([
    ['', /Write an address/],
    ['office', /Write an address/],
    ['10.0.0', /Write an address/],
    ['010.0.0.1', /Write an address/],
    ['0x0a.0.0.1', /Write an address/],
    ['10.0.0.0/8/8', /Write an address/],
    ['fe80::1%eth0', /Write an address/],
    ['10.0.0.0/33', /from 0 to 32/],
    ['10.0.0.0/-1', /from 0 to 32/],
    ['2001:db8::/129', /from 0 to 128/],
    ['::ffff:10.0.0.0/64', /mixes IPv4 and IPv6/],
  ])('S9 refuses %j and says why', (text, problem) => {
    expect(parseNetwork(text)).toMatchObject({ problem: expect.stringMatching(problem), suggestion: null });
  });

  test.each([
    ['10.0.0.5/24', '10.0.0.0/24'],
    ['2001:db8::1/64', '2001:db8::/64'],
    ['::ffff:10.1.2.3/104', '10.0.0.0/8'],
  ])('S9 refuses host bits in %s and suggests %s', (text, suggestion) => {
    expect(parseNetwork(text)).toMatchObject({ suggestion, problem: expect.stringContaining(suggestion) });
  });
});

describe('S9 whether an address lies inside', () => {
  const office = [network('203.0.113.0/24'), network('2001:db8:1::/48')];
  test.each(['203.0.113.1', '203.0.113.255', '::ffff:203.0.113.9', '2001:db8:1:ffff::1'])(
    'S9 allows %s',
    (address) => expect(isInside(address, office)).toBe(true),
  );
  test.each(['203.0.112.255', '203.0.114.0', '::ffff:203.0.114.1', '2001:db8:2::1', '::1', 'unknown', ''])(
    'S9 refuses %j',
    (address) => expect(isInside(address, office)).toBe(false),
  );
  test('an IPv4 network holds no IPv6 address, and the reverse', () => {
    expect(isInside('::1', [network('0.0.0.0/0')])).toBe(false);
    expect(isInside('192.0.2.1', [network('::/0')])).toBe(false);
  });
});

describe('S9 what is said of a list', () => {
  test('a line that is there twice is a problem, one that lies inside another a remark', () => {
    const { lines } = readLines([
      '10.0.0.0/8',
      '10.0.0.0/8',
      '10.1.0.0/16',
      '::ffff:10.0.0.0/104',
      '192.0.2.1',
    ]);
    expect(lines.map(({ problem }) => problem)).toEqual([
      null,
      'This is line 1 once more. Remove one of them.',
      null,
      'This is line 1 once more. Remove one of them.',
      null,
    ]);
    expect(lines[2]?.remark).toBe('Lies inside 10.0.0.0/8, so it changes nothing.');
    expect(lines[4]?.remark).toBeNull();
  });
  test('covers is about whole networks', () => {
    expect(covers(network('10.0.0.0/8'), network('10.255.0.0/16'))).toBe(true);
    expect(covers(network('10.255.0.0/16'), network('10.0.0.0/8'))).toBe(false);
    expect(covers(network('::/0'), network('10.0.0.0/8'))).toBe(false);
  });
  test('sizes are told in words', () => {
    expect(
      ['192.0.2.1', '10.0.0.0/24', '10.0.0.0/8', '::/0', '2001:db8::/32'].map((t) => sizeOf(network(t))),
    ).toEqual(['1 address', '256 addresses', '16,777,216 addresses', 'every IPv6 address', '2^96 addresses']);
  });
});
