import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';

describe('S9 one spelling for an address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['2001:DB8:0::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
  ])('%s is %s', (text, expected) => expect(clientAddress(text)).toBe(expected));

  test.each(['', 'unknown', '_hidden', '999.1.1.1', '203.0.113.7, 10.0.0.1'])(
    'S9 refuses %j: it is in no network',
    (text) => expect(clientAddress(text)).toBe('0.0.0.0'),
  );
});

describe('S9 forwarded headers', () => {
  async function seen(trustProxy: string[] | false, remoteAddress: string, forwarded: string) {
    const server = fastify({ trustProxy });
    server.get('/', async (request) => clientAddress(request.ip));
    const answer = await server.inject({
      url: '/',
      remoteAddress,
      headers: { 'x-forwarded-for': forwarded },
    });
    await server.close();
    return answer.body;
  }

  test('S9 allows a named proxy to say from where a request came', async () => {
    expect(await seen(['10.0.0.5'], '10.0.0.5', '203.0.113.7')).toBe('203.0.113.7');
    expect(await seen(['10.0.0.0/24'], '::ffff:10.0.0.9', '::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(await seen(['2001:db8::/64'], '2001:db8::5', '2001:db8:f::1')).toBe('2001:db8:f::1');
  });

  test('S9 refuses the header from anybody else, and what stands before the first unnamed address', async () => {
    expect(await seen(false, '192.0.2.66', '203.0.113.7')).toBe('192.0.2.66');
    expect(await seen(['10.0.0.5'], '192.0.2.66', '203.0.113.7')).toBe('192.0.2.66');
    // A client writes the first entry itself; the named proxy adds from where it came.
    expect(await seen(['10.0.0.5'], '10.0.0.5', '203.0.113.7, 192.0.2.66')).toBe('192.0.2.66');
    expect(await seen(['10.0.0.5'], '10.0.0.5', 'rubbish')).toBe('0.0.0.0');
  });
});
