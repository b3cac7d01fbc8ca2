import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A network in its one spelling: no host bits, IPv6 as RFC 5952 has it, IPv4 never inside IPv6. */
export interface Network {
  text: string;
  first: Address;
  prefix: number;
}

export interface NetworkProblem {
  problem: string;
  suggestion: string | null;
}

const BITS = { ipv4: 32, ipv6: 128 } as const;
const MAPPED_BITS = 96;

/** Reads an address or a network as people write it; a single address is a network of one. */
export function parseNetwork(text: string): Network | NetworkProblem {
  const [written = '', prefixText, ...rest] = text.trim().split('/');
  // isIP is strict: no leading zeros, no shortened or hexadecimal IPv4, which other programs read in other ways.
  if (rest.length > 0 || isIP(written) === 0 || written.includes('%')) {
    return wrong('Write an address or a network, such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32.');
  }
  const given = ipaddr.parse(written);
  const bits = BITS[given.kind()];
  if (prefixText !== undefined && (!/^\d{1,3}$/.test(prefixText) || Number(prefixText) > bits)) {
    return wrong(`After the slash comes a number from 0 to ${bits}.`);
  }
  const prefix = prefixText === undefined ? bits : Number(prefixText);
  if (!(given instanceof ipaddr.IPv6 && given.isIPv4MappedAddress())) return withoutHostBits(given, prefix);
  return prefix < MAPPED_BITS
    ? wrong('This mixes IPv4 and IPv6. Write the IPv4 network without ::ffff:.')
    : withoutHostBits(given.toIPv4Address(), prefix - MAPPED_BITS);
}

export function isNetwork(read: Network | NetworkProblem): read is Network {
  return 'text' in read;
}

/** Whether an address, as a door determined it, lies in one of these networks. */
export function isInside(address: string, networks: readonly Network[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  return networks.some((network) => contains(network, plain));
}

/** Whether all of `inner` lies in `outer`. */
export function covers(outer: Network, inner: Network): boolean {
  return outer.prefix <= inner.prefix && contains(outer, inner.first);
}

/** How many addresses a network holds, in words. */
export function sizeOf({ first, prefix }: Network): string {
  const free = BITS[first.kind()] - prefix;
  if (free === 0) return '1 address';
  if (prefix === 0) return first.kind() === 'ipv4' ? 'every IPv4 address' : 'every IPv6 address';
  return free <= 24 ? `${(2 ** free).toLocaleString('en')} addresses` : `2^${free} addresses`;
}

function contains({ first, prefix }: Network, address: Address): boolean {
  if (first instanceof ipaddr.IPv4) return address instanceof ipaddr.IPv4 && address.match(first, prefix);
  return address instanceof ipaddr.IPv6 && address.match(first, prefix);
}

function withoutHostBits(address: Address, prefix: number): Network | NetworkProblem {
  const cidr = `${spelled(address)}/${prefix}`;
  const first =
    address instanceof ipaddr.IPv4
      ? ipaddr.IPv4.networkAddressFromCIDR(cidr)
      : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  const text = `${spelled(first)}/${prefix}`;
  if (text === cidr) return { text, first, prefix };
  return {
    problem: `${cidr} names one host in a network of ${prefix} bits. The network is ${text}.`,
    suggestion: text,
  };
}

function spelled(address: Address): string {
  return address instanceof ipaddr.IPv4 ? address.toString() : address.toRFC5952String();
}

function wrong(problem: string): NetworkProblem {
  return { problem, suggestion: null };
}
