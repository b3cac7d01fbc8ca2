import { parseIp } from '../scope/ip-address.service.ts';
import { isScopeTarget, parseScopeTarget } from '../scope/parse-scope.service.ts';

/** One affected place as it was written. `target` is what will be shown, and what makes two the same. */
export interface InstanceTarget {
  target: string;
  host: string;
  address: string;
  port: number | null;
  protocol: string;
  url: string;
}

/** A text that names no place, and what to do about it. */
export interface InstanceRefusal {
  message: string;
}

const URL_LENGTH = 2_048;
const URL_SCHEMES: readonly string[] = ['https:', 'http:', 'wss:', 'ws:', 'ftp:'];
const PROTOCOLS: readonly string[] = ['tcp', 'udp', 'sctp', 'dccp'];
const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  'https:': 443,
  'wss:': 443,
  'http:': 80,
  'ws:': 80,
  'ftp:': 21,
};
const REFUSED = {
  hidden: 'This holds hidden characters. Type it anew.',
  long: `This is longer than ${URL_LENGTH.toLocaleString('en')} characters. Shorten it.`,
  scheme: 'This kind of address is not known. Begin with https:// or http://.',
  url: 'This URL is not complete. Write it as https://host.example/path.',
  login: 'Leave the user name and password out of the URL.',
  range: 'A range is many places. Name each host that is affected.',
  place: 'Write a URL, or a host with its port, such as host.example:8443/tcp.',
  host: 'The host name is longer than 255 characters. Shorten it.',
  protocol: `The protocol is not known. Write ${PROTOCOLS.join(', ')} behind the port.`,
  port: 'Give the port before the protocol, as in host.example:53/udp.',
} as const;

/** Reads one place: URL, or host[:port][/protocol], an IPv6 address in brackets when a port follows. */
export function parseInstance(text: string): InstanceTarget | InstanceRefusal {
  const typed = text.trim();
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(typed)) return refused('hidden');
  if (typed.length > URL_LENGTH) return refused('long');
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? parseUrl(typed) : parseHost(typed);
}

export function isInstanceTarget(parsed: InstanceTarget | InstanceRefusal): parsed is InstanceTarget {
  return 'target' in parsed;
}

function refused(why: keyof typeof REFUSED): InstanceRefusal {
  return { message: REFUSED[why] };
}

/** Kept as typed: dots, encodings and doubled slashes may be the very point of the finding. */
function parseUrl(typed: string): InstanceTarget | InstanceRefusal {
  if (!URL_SCHEMES.includes(typed.slice(0, typed.indexOf(':') + 1).toLowerCase())) return refused('scheme');
  if (/\s/u.test(typed) || !URL.canParse(typed)) return refused('url');
  const { protocol, username, password, hostname, port } = new URL(typed);
  if (username !== '' || password !== '') return refused('login');
  if (hostname === '') return refused('url');
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (host.length > 255) return refused('host');
  const isAddress = parseIp(host) !== null;
  return {
    target: typed,
    host: isAddress ? '' : host,
    address: isAddress ? host : '',
    port: port === '' ? (DEFAULT_PORTS[protocol] ?? null) : Number(port),
    protocol: 'tcp',
    url: typed,
  };
}

function parseHost(typed: string): InstanceTarget | InstanceRefusal {
  const [, before = '', suffix] = /^(\S*?)(?:\/([A-Za-z]+))?$/.exec(typed) ?? [];
  const hasPort = /\]:\d+$|^[^:]*:\d+$/.test(before);
  const protocol = suffix?.toLowerCase() ?? '';
  if (protocol !== '') {
    const isKnown = PROTOCOLS.includes(protocol);
    if (hasPort && !isKnown) return refused('protocol');
    if (!hasPort && isKnown) return refused('port');
  }
  // "host.example/login" has no port and no protocol: the scope's reader says what is missing.
  const parsed = parseScopeTarget(hasPort ? before : typed);
  if (!isScopeTarget(parsed)) return parsed;
  if (parsed.kind === 'RANGE') return refused('range');
  if (parsed.kind !== 'HOST' && parsed.kind !== 'ADDRESS') return refused('place');
  const [, name = '', digits] = /^(.*?)(?::(\d+))?$/.exec(parsed.target) ?? [];
  const isBare = parseIp(parsed.target) !== null;
  const host = isBare ? parsed.target : name.replace(/^\[(.*)\]$/, '$1');
  const port = isBare || digits === undefined ? null : Number(digits);
  const isAddress = parsed.kind === 'ADDRESS';
  if (host.length > 255) return refused('host');
  return {
    target: port === null || protocol === '' ? parsed.target : `${parsed.target}/${protocol}`,
    host: isAddress ? '' : host,
    address: isAddress ? host : '',
    port,
    protocol,
    url: '',
  };
}
