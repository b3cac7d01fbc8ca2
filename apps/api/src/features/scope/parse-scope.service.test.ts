import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIp, parseIp } from './ip-address.service.ts';
import { isScopeTarget, parseScopeTarget } from './parse-scope.service.ts';

const of = (text: string) => {
  const parsed = parseScopeTarget(text);
  return isScopeTarget(parsed) ? [parsed.kind, parsed.target] : ['REFUSED', parsed.message];
};

describe('a target is known by its kind and written in its normal form', () => {
  test.each([
    ['https://Shop.Client.EXAMPLE', 'URL', 'https://shop.client.example'],
    ['https://shop.client.example:443/', 'URL', 'https://shop.client.example'],
    ['http://shop.client.example:8080/a/../b?q=1#top', 'URL', 'http://shop.client.example:8080/b?q=1#top'],
    ['wss://live.client.example/feed', 'URL', 'wss://live.client.example/feed'],
    ['https://192.0.2.7/login', 'URL', 'https://192.0.2.7/login'],
    ['https://[2001:DB8:0::1]:8443', 'URL', 'https://[2001:db8::1]:8443'],
    ['https://münchen.example/ü', 'URL', 'https://xn--mnchen-3ya.example/%C3%BC'],
    ['Shop.Client.Example.', 'HOST', 'shop.client.example'],
    ['*.client.example', 'HOST', '*.client.example'],
    ['münchen.example', 'HOST', 'xn--mnchen-3ya.example'],
    ['dc01', 'HOST', 'dc01'],
    ['_ldap._tcp.corp.example', 'HOST', '_ldap._tcp.corp.example'],
    ['mail.client.example:25', 'HOST', 'mail.client.example:25'],
    ['192.0.2.7', 'ADDRESS', '192.0.2.7'],
    ['192.0.2.7:8443', 'ADDRESS', '192.0.2.7:8443'],
    ['2001:0DB8:0:0:0:0:0:1', 'ADDRESS', '2001:db8::1'],
    ['[2001:db8::1]', 'ADDRESS', '2001:db8::1'],
    ['[2001:db8::1]:443', 'ADDRESS', '[2001:db8::1]:443'],
    ['192.0.2.7/32', 'ADDRESS', '192.0.2.7'],
    ['192.0.2.7-192.0.2.7', 'ADDRESS', '192.0.2.7'],
    ['192.0.2.0/24', 'RANGE', '192.0.2.0/24'],
    ['192.0.2.77/24', 'RANGE', '192.0.2.0/24'],
    ['2001:db8:aa::5/48', 'RANGE', '2001:db8:aa::/48'],
    ['192.0.2.10-192.0.2.20', 'RANGE', '192.0.2.10-192.0.2.20'],
    ['192.0.2.10 - 20', 'RANGE', '192.0.2.10-192.0.2.20'],
    ['192.0.2.10–20', 'RANGE', '192.0.2.10-192.0.2.20'],
    ['app: Payroll  for Android', 'APPLICATION', 'Payroll for Android'],
    ['Application:Payroll', 'APPLICATION', 'Payroll'],
    ['Guest network on the second floor', 'OTHER', 'Guest network on the second floor'],
    ['Office - Lyon', 'OTHER', 'Office - Lyon'],
    ['<script>alert(1)</script> and {{more}}', 'OTHER', '<script>alert(1)</script> and {{more}}'],
    ['=1+1', 'OTHER', '=1+1'],
    ['staff@client.example', 'OTHER', 'staff@client.example'],
  ])('%s', (text, kind, target) => {
    expect(of(text)).toEqual([kind, target]);
  });
});

describe('what is no target is refused with words', () => {
  test.each([
    ['', /names no target/],
    ['—', /names no target/],
    ['shop\u202e.client.example', /hidden characters/],
    ['shop\u0000.client.example', /hidden characters/],
    ['javascript://client.example/%0aalert(1)', /Begin with https/],
    ['file:///etc/passwd', /Begin with https/],
    ['https://', /not complete/],
    ['https://a b.example', /not complete/],
    ['https://user:secret@client.example', /user name and password/],
    ['https://192.0.2', /valid IP address/],
    ['https://-bad-.example', /valid host name/],
    ['192.0.2.256', /valid IP address/],
    ['192.0.2', /valid IP address/],
    ['010.0.0.1', /valid IP address/],
    ['192.0.2.1.5', /valid IP address/],
    ['2001:db8:::1', /valid IP address/],
    ['fe80::1%eth0', /valid IP address/],
    ['192.0.2.0/33', /IPv4 takes 1 to 32/],
    ['192.0.2.0/0', /IPv4 takes 1 to 32/],
    ['2001:db8::/129', /IPv6 1 to 128/],
    ['192.0.2.0/x', /IPv4 takes 1 to 32/],
    ['192.0.2.300/24', /valid IP address/],
    ['192.0.2.20-10', /ends before it begins/],
    ['192.0.2.1-2001:db8::1', /different kinds/],
    ['192.0.2.1-300', /valid IP address/],
    ['192.0.2.1:0', /port/],
    ['mail.client.example:70000', /port/],
    ['client.example/admin', /Begin with https/],
    ['bad-.example', /valid host name/],
    ['app:', /Give the application a name/],
  ])('%j', (text, message) => {
    expect(of(text)).toEqual(['REFUSED', expect.stringMatching(message)]);
  });
});

test('a target of more than 500 characters is refused, also when only its folded form is too long', () => {
  expect(of('x'.repeat(501))).toEqual(['REFUSED', expect.stringContaining('500 characters')]);
  expect(of(`a ${'\ufdfa'.repeat(400)}`)).toEqual(['REFUSED', expect.stringContaining('500 characters')]);
});

describe('the same target has one key, however it is written', () => {
  test.each([
    ['https://client.example', 'HTTPS://CLIENT.example:443/'],
    ['192.0.2.0/24', '192.0.2.0-192.0.2.255'],
    ['2001:db8::1', '[2001:0db8::0001]'],
    ['app: Payroll', 'APPLICATION: payroll'],
    ['Guest Network lobby', 'guest  network LOBBY'],
  ])('%s and %s', (a, b) => {
    expect(parseScopeTarget(a)).toMatchObject({ key: (parseScopeTarget(b) as { key: string }).key });
  });

  test.each([
    ['https://client.example', 'http://client.example'],
    ['client.example', '*.client.example'],
    ['app: Payroll', 'Payroll'],
    ['192.0.2.1', '192.0.2.1:80'],
  ])('%s and %s are two', (a, b) => {
    expect((parseScopeTarget(a) as { key: string }).key).not.toBe(
      (parseScopeTarget(b) as { key: string }).key,
    );
  });
});

const ipText = fc.oneof(fc.ipV4(), fc.ipV6());
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.webUrl(),
  fc.domain(),
  ipText,
  fc.tuple(ipText, fc.integer({ min: -1, max: 140 })).map(([ip, bits]) => `${ip}/${bits}`),
  fc.tuple(ipText, ipText).map(([a, b]) => `${a}-${b}`),
  fc.stringMatching(/^[0-9a-f.:\-/[\] ]{0,40}$/),
);

describe('for any text', () => {
  test('never throws, and says something that a person can read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseScopeTarget(text);
        if (!isScopeTarget(parsed)) expect(parsed.message).toMatch(/\.$/);
        else expect(parsed.target.length).toBeGreaterThan(0);
      }),
    );
  });

  test('the normal form is its own normal form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = parseScopeTarget(text);
        if (!isScopeTarget(once)) return;
        const again = once.kind === 'APPLICATION' ? `app: ${once.target}` : once.target;
        expect(parseScopeTarget(again)).toEqual(once);
      }),
    );
  });

  test('a known IP address survives reading and writing', () => {
    fc.assert(
      fc.property(ipText, (text) => {
        const ip = parseIp(text);
        if (ip === null) throw new Error(`${text} was not read`);
        expect(parseIp(formatIp(ip))).toEqual(ip);
        expect(new URL(`http://${ip.version === 6 ? `[${text}]` : text}`).hostname).toBe(
          ip.version === 6 ? `[${formatIp(ip)}]` : formatIp(ip),
        );
      }),
    );
  });

  test('a block holds its own base, and the block of its first address is itself', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 1, max: 31 }), (ip, bits) => {
        const block = parseScopeTarget(`${ip}/${bits}`);
        if (!isScopeTarget(block)) throw new Error('refused');
        const [first = 0n, last = -1n] = block.key.split('-').map((text) => parseIp(text)?.value ?? -1n);
        const base = parseIp(ip)?.value ?? -1n;
        expect(first <= base && base <= last).toBe(true);
        expect(parseScopeTarget(block.target)).toEqual(block);
      }),
    );
  });
});
