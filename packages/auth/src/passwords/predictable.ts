const LINES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiopü',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
];
const NEIGHBOURS = neighboursOf(LINES);
/** Distinct characters below which fifteen code points are hardly more than one. */
const DISTINCT_MINIMUM = 5;
/** Share of steps along an alphabet or keyboard row from which on the whole counts as a walk. */
const WALK_SHARE = 0.75;

/** S2: generated repeats ("aaaa…", "abcabcabc…") and walks ("qwertyuiopasdfg", "123456789012345"). */
export function isPredictable(password: string): boolean {
  const characters = [...password];
  if (new Set(characters).size < DISTINCT_MINIMUM) return true;
  return isRepetition(characters) || isWalk(characters);
}

/** Longer units that repeat are sentences, and hard enough to guess once. */
const UNIT_MAXIMUM = 12;

/** Whether a short unit is repeated three times or more to make it up; the last one may be cut. */
function isRepetition(characters: readonly string[]): boolean {
  for (let size = 1; size <= Math.min(UNIT_MAXIMUM, characters.length / 3); size += 1) {
    if (characters.every((character, at) => character === characters[at % size])) return true;
  }
  return false;
}

function isWalk(characters: readonly string[]): boolean {
  let steps = 0;
  for (let at = 1; at < characters.length; at += 1) {
    const pair = `${characters[at - 1]}${characters[at]}`;
    if (NEIGHBOURS.has(pair) || characters[at - 1] === characters[at]) steps += 1;
  }
  return steps / Math.max(1, characters.length - 1) >= WALK_SHARE;
}

function neighboursOf(lines: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const line of lines) {
    const letters = [...line];
    for (let at = 1; at < letters.length; at += 1) {
      pairs.add(`${letters[at - 1]}${letters[at]}`).add(`${letters[at]}${letters[at - 1]}`);
    }
  }
  return pairs;
}
