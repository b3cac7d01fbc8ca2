import { safeHref } from '../address.ts';

const WORD = /[0-9A-Za-z]/;
// An underscore may stand before it as a mark of emphasis, not as a part of a longer word.
const INSIDE_WORD = /[0-9A-Za-z.+\-/@]$|[\w.+\-/@]_$/;
const WEB = /(?:https?:\/\/|www\.)[0-9A-Za-z\u00a1-\uffff[]/iy;
const MAIL = /(?:mailto:)?[0-9A-Za-z][\w.+-]*@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+/iy;
const ENDS = /[\s<>"`\\]/;
const TRAILING = new Set(['?', '!', '.', ',', ':', ';', '*', '_', '~', "'"]);
const REFERENCE_END = /&[0-9A-Za-z]+;$/;

/** An address written as plain text; without an href it is not one we link to, and stays text as a whole. */
export type BareAddress = { readonly text: string; readonly href: string | null };

/** The web or mail address that begins at `at`, where a word begins (GFM 0.29, "autolinks (extension)"). */
export function bareAddressAt(text: string, at: number, isInBracket: boolean): BareAddress | null {
  if (INSIDE_WORD.test(text.slice(Math.max(0, at - 2), at))) return null;
  WEB.lastIndex = at;
  const web = WEB.exec(text);
  if (web) return webAddress(text, at, isInBracket, /^www/i.test(web[0]));
  MAIL.lastIndex = at;
  const mail = MAIL.exec(text)?.[0];
  if (mail === undefined || /[-_]$/.test(mail)) return null;
  return { text: mail, href: safeHref(/^mailto:/i.test(mail) ? mail : `mailto:${mail}`) };
}

function webAddress(text: string, at: number, isInBracket: boolean, isBareHost: boolean): BareAddress {
  let end = at;
  while (end < text.length && !ENDS.test(text[end] ?? '') && !(isInBracket && text[end] === ']')) end += 1;
  const address = trimEnd(text.slice(at, end));
  return { text: address, href: safeHref(isBareHost ? `http://${address}` : address) };
}

/** Without the punctuation that belongs to the sentence, and without a parenthesis that was opened before the address. */
function trimEnd(address: string): string {
  let end = address.length;
  let excess = count(address, ')') - count(address, '(');
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? '';
    if (last === ')') {
      if (excess <= 0) break;
      excess -= 1;
    } else if (last === ';') {
      const reference = REFERENCE_END.exec(address.slice(Math.max(0, end - 12), end));
      if (reference) end -= reference[0].length - 1;
    } else if (!TRAILING.has(last)) break;
  }
  return address.slice(0, end);
}

function count(text: string, letter: string): number {
  let total = 0;
  for (const each of text) if (each === letter) total += 1;
  return total;
}

/** Whether a bare address may begin with this character. */
export function isWordCharacter(letter: string): boolean {
  return WORD.test(letter);
}
