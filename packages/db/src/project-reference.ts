import { randomInt } from 'node:crypto';

/** Crockford's base32: no letter that is read as a digit, nothing that spells by accident. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 5;

/** A reference such as SP-7K2QD: random, so that it tells nothing of how many projects there are. */
export function newProjectReference(): string {
  return `SP-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
}
