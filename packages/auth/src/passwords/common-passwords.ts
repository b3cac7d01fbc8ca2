import { COMMON_BASES, COMMON_LONG } from './common-list.ts';

/** Signs that stand for letters: "p@ssw0rd". Of those that stand for two, both are tried. */
const LETTERS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '8': 'b',
  '3': 'e',
  '9': 'g',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};
const AS_I: Readonly<Record<string, string>> = { ...LETTERS, '1': 'i', '!': 'i' };
const AS_L: Readonly<Record<string, string>> = { ...LETTERS, '1': 'l', '!': 'l' };
/** Shorter words would refuse good passphrases by accident. */
const BASE_MINIMUM = 4;

let lists: { bases: ReadonlySet<string>; long: ReadonlySet<string> } | null = null;

// Split at first use alone: most processes never judge a password.
function known() {
  lists ??= { bases: new Set(COMMON_BASES.split(' ')), long: new Set(COMMON_LONG.split(' ')) };
  return lists;
}

/**
 * S2 [NIST SP 800-63B-4 §3.1.1.2]: a common password, whatever digits and signs stand around it or for its letters:
 * "Password2024!!!!", "p@ssw0rd p@ssw0rd".
 * @param folded in lower case, without spaces and separators
 */
export function isCommon(folded: string): boolean {
  const { bases, long } = known();
  if (long.has(folded)) return true;
  return variantsOf(folded).some((core) => {
    if (core.length < BASE_MINIMUM) return false;
    if (bases.has(core) || long.has(core)) return true;
    // The same word twice or more, and two words of the list one after the other that are hardly longer than one.
    const half = core.slice(0, core.length / 2);
    return half.length >= BASE_MINIMUM && half + half === core && bases.has(half);
  });
}

/** What is left without the digits and signs around it, as it stands and with signs read as letters. */
function variantsOf(folded: string): string[] {
  const bare = withoutEdges(folded);
  const read = (letters: Readonly<Record<string, string>>, text: string) =>
    [...text].map((character) => letters[character] ?? character).join('');
  const variants = [bare, withoutInner(bare)];
  for (const letters of [AS_I, AS_L]) {
    // Both ways round: "password1!" has its letters first, "pa$$word" needs them read.
    variants.push(withoutEdges(read(letters, bare)), withoutInner(read(letters, bare)));
    for (let end = folded.length; end > 0 && end > folded.length - 12; end -= 1) {
      const tail = folded.slice(end);
      if (/\p{L}/u.test(tail)) break;
      variants.push(withoutInner(read(letters, withoutStart(folded.slice(0, end)))));
    }
  }
  return variants;
}

function withoutStart(text: string): string {
  return text.replace(/^[\d\p{P}\p{S}]+(?=\p{L})/u, '');
}

function withoutEdges(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** Signs between letters hide nothing: "pass.word" and "pass2word" are the word. */
function withoutInner(text: string): string {
  return text.replace(/[^\p{L}]+/gu, '');
}
