import { isIPv4, isIPv6 } from 'node:net';

/** An IP address as a number, so that ranges can be compared. */
export interface IpAddress {
  version: 4 | 6;
  value: bigint;
}

export const IP_BITS = { 4: 32, 6: 128 } as const;

/** Reads a plain IPv4 or IPv6 address; null for anything else, zones, leading zeros and shortened IPv4 included. */
export function parseIp(text: string): IpAddress | null {
  if (isIPv4(text)) return { version: 4, value: joined(text.split('.').map(Number), 8n) };
  if (!isIPv6(text) || text.includes('%')) return null;
  const [head = '', tail] = canonicalV6(text).split('::');
  const left = groupsOf(head);
  const right = groupsOf(tail ?? '');
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return { version: 6, value: joined([...left, ...Array.from({ length: gap }, () => 0), ...right], 16n) };
}

/** The canonical text: dotted IPv4, RFC 5952 for IPv6. */
export function formatIp({ version, value }: IpAddress): string {
  if (version === 4) return split(value, 4, 8n).join('.');
  return canonicalV6(
    split(value, 8, 16n)
      .map((group) => group.toString(16))
      .join(':'),
  );
}

/** First and last address of the block around `address`. */
export function blockAround({ version, value }: IpAddress, prefix: number): [IpAddress, IpAddress] {
  const size = 1n << BigInt(IP_BITS[version] - prefix);
  const first = value - (value % size);
  return [
    { version, value: first },
    { version, value: first + size - 1n },
  ];
}

// The URL standard's host serialiser is the platform's RFC 5952.
function canonicalV6(text: string): string {
  return new URL(`http://[${text}]/`).hostname.slice(1, -1);
}

function groupsOf(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

function joined(parts: readonly number[], bits: bigint): bigint {
  return parts.reduce((value, part) => (value << bits) | BigInt(part), 0n);
}

function split(value: bigint, count: number, bits: bigint): bigint[] {
  const mask = (1n << bits) - 1n;
  return Array.from({ length: count }, (_, at) => (value >> (bits * BigInt(count - 1 - at))) & mask);
}
