import { cleanText } from './clean.ts';

/** Begins the address of an image that is a piece of evidence. */
export const EVIDENCE_SCHEME = 'evidence:';

const MAX_LENGTH = 2048;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SAFE_START = /^(?:https?:\/\/[^/?#\\\s]|mailto:[^\s])/i;
const SAFE_PROTOCOLS = ['http:', 'https:', 'mailto:'];
const TO_ENCODE = /[^\x21-\x7e]|["<>\\^`{|}]/gu;

/** The address as it may stand in a link, or null. Takes http, https and mailto, each with an address behind it. */
export function safeHref(address: string): string | null {
  if (address.length > MAX_LENGTH || /[\t\n]/.test(address) || cleanText(address) !== address) return null;
  if (!SAFE_START.test(address)) return null;
  const href = address.replace(TO_ENCODE, encodeURIComponent);
  if (href.length > MAX_LENGTH || !URL.canParse(href)) return null;
  return SAFE_PROTOCOLS.includes(new URL(href).protocol) ? href : null;
}

/** The id in "evidence:UUID" (lower case), or null. */
export function evidenceIdOf(address: string): string | null {
  if (!address.startsWith(EVIDENCE_SCHEME)) return null;
  const id = address.slice(EVIDENCE_SCHEME.length);
  return UUID.test(id) ? id : null;
}
