import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What stands for an address that is none: a proxy said something else. It is in no network that anybody lists. */
const UNKNOWN = '0.0.0.0';

/**
 * The one spelling of the address that Fastify determined, which is the socket's or, behind a named proxy, the last
 * that no named proxy vouches for. IPv4 inside IPv6 is IPv4 (S9); a port or a zone, which some proxies add, goes.
 */
export function clientAddress(text: string): string {
  const bare = withoutPort(text.trim()).replace(/%.*$/, '');
  if (isIP(bare) === 0) return UNKNOWN;
  const address = ipaddr.process(bare);
  return address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString();
}

function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1];
  if (bracketed !== undefined) return bracketed;
  return /^(\d+(?:\.\d+){3}):\d+$/.exec(text)?.[1] ?? text;
}
