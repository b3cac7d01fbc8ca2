import { domainToASCII } from 'node:url';
import type { ScopeKind } from '@sallyport/contracts/common';
import { blockAround, formatIp, IP_BITS, type IpAddress, parseIp } from './ip-address.service.ts';

/** One target in its normal form. Two texts that mean the same target have the same key. */
export interface ScopeTarget {
  kind: ScopeKind;
  target: string;
  key: string;
}

/** A text that is no target, and what to do about it. */
export interface ScopeRefusal {
  message: string;
}

const TARGET_LENGTH = 500;
/** Compatibility forms may grow when they are folded. */
const KEY_LENGTH = 600;
const URL_SCHEMES: readonly string[] = ['https:', 'http:', 'wss:', 'ws:', 'ftp:'];
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const REFUSED = {
  long: `This is longer than ${TARGET_LENGTH.toLocaleString('en')} characters. Shorten it.`,
  hidden: 'This holds hidden characters. Type it anew.',
  empty: 'This names no target. Write a URL, a host, an IP address, a range, or a name.',
  address: 'This is not a valid IP address. Check its numbers.',
  prefix: 'The number after the slash does not fit this address. IPv4 takes 1 to 32, IPv6 1 to 128.',
  order: 'The range ends before it begins. Turn it round.',
  families: 'The range begins and ends in different kinds of address. Use IPv4 or IPv6 for both.',
  host: 'This is not a valid host name. Check its spelling.',
  port: 'The port is not between 1 and 65535.',
  scheme: 'This kind of address is not known. Begin with https:// or http://.',
  url: 'This URL is not complete. Write it as https://host.example/path.',
  login: 'Leave the user name and password out of the URL.',
  path: 'Begin with https:// or http://, so that it is clear which of the two is meant.',
  application: 'Give the application a name, as in "app: Payroll".',
} as const;

/** Reads one target: URL, host, IPv4 or IPv6 address, range, "app: Name", or else free text. */
export function parseScopeTarget(text: string): ScopeTarget | ScopeRefusal {
  const typed = text.trim().replace(/\s+/gu, ' ');
  if (typed.length > TARGET_LENGTH) return refused('long');
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(typed)) return refused('hidden');
  if (!/[\p{L}\p{N}]/u.test(typed)) return refused('empty');
  const application = /^app(?:lication)?\s?:\s?(.*)$/iu.exec(typed);
  if (application) return named('APPLICATION', application[1] ?? '');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return url(typed);
  if (typed.includes(' ') && !/^\S+ ?[-–] ?\S+$/u.test(typed)) return named('OTHER', typed);
  return range(typed) ?? address(typed) ?? host(typed) ?? named('OTHER', typed);
}

export function isScopeTarget(parsed: ScopeTarget | ScopeRefusal): parsed is ScopeTarget {
  return 'kind' in parsed;
}

function refused(why: keyof typeof REFUSED): ScopeRefusal {
  return { message: REFUSED[why] };
}

/** Names are compared without case and compatibility forms, and kept as typed. */
function named(kind: 'APPLICATION' | 'OTHER', name: string): ScopeTarget | ScopeRefusal {
  if (!/[\p{L}\p{N}]/u.test(name)) return refused('application');
  const key = `${kind.toLowerCase()} ${name.normalize('NFKC').toLowerCase()}`;
  return key.length > KEY_LENGTH ? refused('long') : { kind, target: name, key };
}

function url(typed: string): ScopeTarget | ScopeRefusal {
  const parsed = URL.canParse(typed) ? new URL(typed) : null;
  const scheme = typed.slice(0, typed.indexOf(':') + 1).toLowerCase();
  if (!URL_SCHEMES.includes(scheme)) return refused('scheme');
  if (!parsed || typed.includes(' ')) return refused('url');
  if (parsed.username !== '' || parsed.password !== '') return refused('login');
  // The URL standard reads 192.168.1 as 192.168.0.1: what was meant is for the writer to say.
  const ip = parseIp(parsed.hostname);
  if (ip?.version === 4 && !typed.includes(parsed.hostname)) return refused('address');
  if (!ip && !parsed.hostname.startsWith('[') && !hostName(parsed.hostname)) return refused('host');
  if (parsed.port === '0') return refused('port');
  const isBare = parsed.pathname === '/' && !/[?#]/.test(parsed.href);
  const href = isBare ? parsed.href.slice(0, -1) : parsed.href;
  if (href.length > TARGET_LENGTH) return refused('long');
  return { kind: 'URL', target: href, key: href };
}

function range(typed: string): ScopeTarget | ScopeRefusal | null {
  const block = /^\[?([0-9a-f:.]+)\]?\/(\S*)$/i.exec(typed);
  if (block) {
    const [, base = '', prefix = ''] = block;
    const ip = parseIp(base);
    // 192.0.2.x/24 was meant as a block; cafe.example/login was not.
    if (!ip) return looksLikeIp(base) ? refused('address') : null;
    const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : 0;
    if (bits < 1 || bits > IP_BITS[ip.version]) return refused('prefix');
    const [first, last] = blockAround(ip, bits);
    return between(first, last, `${formatIp(first)}/${bits}`);
  }
  const span = /^([0-9a-f:.]+) ?[-–] ?([0-9a-f:.]+)$/iu.exec(typed);
  if (!span) return null;
  const [, from = '', to = ''] = span;
  const first = parseIp(from);
  if (!first) return looksLikeIp(from) && looksLikeIp(to) ? refused('address') : null;
  // 192.0.2.10-20 is short for 192.0.2.10-192.0.2.20.
  const isShort = first.version === 4 && /^\d{1,3}$/.test(to);
  const last = parseIp(isShort ? `${from.slice(0, from.lastIndexOf('.'))}.${to}` : to);
  if (!last) return refused('address');
  if (first.version !== last.version) return refused('families');
  if (last.value < first.value) return refused('order');
  return between(first, last, `${formatIp(first)}-${formatIp(last)}`);
}

function between(first: IpAddress, last: IpAddress, target: string): ScopeTarget {
  if (first.value === last.value) return single(first);
  return { kind: 'RANGE', target, key: `${formatIp(first)}-${formatIp(last)}` };
}

function single(ip: IpAddress): ScopeTarget {
  const target = formatIp(ip);
  return { kind: 'ADDRESS', target, key: target };
}

function address(typed: string): ScopeTarget | ScopeRefusal | null {
  const bare = parseIp(typed.replace(/^\[(.*)\]$/, '$1'));
  if (bare) return single(bare);
  const [, bracketed = '', port6] = /^\[([^\]]*)\](?::(\d+))?$/.exec(typed) ?? [];
  const [, dotted = '', port4] = /^([\d.]+):(\d+)$/.exec(typed) ?? [];
  const ip = parseIp(bracketed || dotted);
  if (ip) {
    const port = portOf(port6 ?? port4 ?? '');
    if (port === null) return refused('port');
    const target = ip.version === 6 ? `[${formatIp(ip)}]:${port}` : `${formatIp(ip)}:${port}`;
    return { kind: 'ADDRESS', target, key: target };
  }
  return looksLikeIp(typed) ? refused('address') : null;
}

/** Meant as an address, whether or not it is one. */
function looksLikeIp(text: string): boolean {
  return /^[\d.]*\d\.[\d.]*(?::\d+)?$/.test(text) || /^\[?[0-9a-f]*:[0-9a-f.]*:[0-9a-f:.%]*\]?/i.test(text);
}

function host(typed: string): ScopeTarget | ScopeRefusal | null {
  const [, name = '', port, path] = /^([^\s/:@?#]+)(?::(\d+))?([/?#].*)?$/u.exec(typed) ?? [];
  const known = hostName(name);
  if (path !== undefined) return known?.includes('.') ? refused('path') : null;
  if (known === null) return /^[\p{L}\p{N}_*-]+(?:\.[\p{L}\p{N}_*-]*)+$/u.test(name) ? refused('host') : null;
  if (port === undefined) return { kind: 'HOST', target: known, key: known };
  const number = portOf(port);
  if (number === null) return refused('port');
  return { kind: 'HOST', target: `${known}:${number}`, key: `${known}:${number}` };
}

/** A DNS name in ASCII and lower case, a wildcard in front allowed; null when it is none. */
function hostName(text: string): string | null {
  const star = text.startsWith('*.') ? '*.' : '';
  const plain = text.slice(star.length).replace(/\.$/, '');
  const ascii = /^[\x21-\x7e]*$/.test(plain) ? plain.toLowerCase() : domainToASCII(plain);
  const labels = ascii.split('.');
  const isName = ascii.length <= 253 && labels.every((label) => LABEL.test(label));
  // A last label of digits alone is how a mistyped IP address looks.
  return isName && !/^\d+$/.test(labels.at(-1) ?? '') ? star + ascii : null;
}

function portOf(text: string): number | null {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535 ? port : null;
}
