import { PASSWORD_LENGTH, passwordLength } from '@sallyport/contracts/common';
import { isCommon } from './common-passwords.ts';
import { isPredictable } from './predictable.ts';

/** What an attacker tries first for this person: never part of the password (S2). */
export interface PasswordContext {
  email?: string | undefined;
  username?: string | null | undefined;
  displayName?: string | undefined;
  firmName?: string | undefined;
  companyName?: string | undefined;
  /** Code points that are enough for this person; less where a second factor is enforced. */
  minimum?: number;
}

const PRODUCT_NAME = 'sallyport';
/** Shorter words would refuse good passphrases by accident. */
const WORD_MINIMUM = 4;

/**
 * S2 [NIST SP 800-63B-4 §3.1.1]: what is wrong with a new password, as a sentence that says what to do; null when nothing.
 */
export function passwordProblem(password: string, context: PasswordContext): string | null {
  const minimum = context.minimum ?? PASSWORD_LENGTH.minimum;
  const length = passwordLength(password);
  if (length < minimum) return `Use at least ${minimum} characters; this has ${length}.`;
  if (length > PASSWORD_LENGTH.maximum) return `Use at most ${PASSWORD_LENGTH.maximum} characters.`;
  const folded = fold(password);
  const word = contextWords(context).find((candidate) => folded.includes(candidate));
  if (word !== undefined) return 'Leave out your name, your e-mail address, the firm and the product.';
  if (isPredictable(folded))
    return 'This repeats itself or walks along the keyboard. Use words that do not belong together.';
  if (isCommon(folded))
    return 'This is among the first that are tried: a common password with something around it. Use words that do not belong together.';
  return null;
}

function contextWords(context: PasswordContext): string[] {
  const localPart = context.email?.split('@')[0];
  const phrases = [localPart, context.username, context.displayName, context.firmName, context.companyName];
  const words = phrases.flatMap((phrase) => (phrase ? [phrase, ...phrase.split(/[\s._+-]+/)] : []));
  return [PRODUCT_NAME, ...words].map(fold).filter((word) => [...word].length >= WORD_MINIMUM);
}

/** Without case, spaces and separators, so that "Anna Berg" is found in "annaBERG" too. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._+-]+/g, '');
}
