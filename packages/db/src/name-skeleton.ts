/** Letters that look like a Latin one, by the Latin one (Unicode TS 39 names the common ones; both cases stand alone). */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'ЬьᏏƄƅ',
  c: 'сϲ',
  d: 'ԁԀ',
  e: 'еҽє',
  g: 'ɡԌ',
  h: 'һհ',
  i: 'іιıɩӏ',
  j: 'јϳ',
  k: 'кκ',
  n: 'ոηп',
  o: 'оοօσӧ',
  p: 'рρ',
  q: 'ԛգ',
  r: 'гᴦ',
  s: 'ѕꜱ',
  t: 'тτ',
  u: 'υսʋ',
  v: 'νѵ',
  w: 'ԝѡω',
  x: 'хχ',
  y: 'уγү',
  z: 'ᴢ',
  A: 'АΑ',
  B: 'ВΒв',
  C: 'СϹ',
  E: 'ЕΕ',
  H: 'НΗн',
  I: 'ІΙӀ',
  J: 'ЈͿ',
  K: 'КΚ',
  M: 'МΜм',
  N: 'Ν',
  O: 'ОΟՕ',
  P: 'РΡ',
  S: 'ЅՏ',
  T: 'ТΤ',
  U: 'Ս',
  X: 'ХΧ',
  Y: 'УΥҮ',
  Z: 'Ζ',
};

const LATIN_FOR = new Map(
  Object.entries(LOOKALIKES).flatMap(([latin, others]) =>
    [...others].map((other) => [other, latin] as const),
  ),
);

/**
 * A6: what a name looks like. Two names with one skeleton are the same to the eye: after NFKC, letters of other scripts
 * become the Latin ones that they resemble, case and invisible characters go, spaces collapse, and what fonts do not keep
 * apart (1 l I |, 0 O, rn m, vv w) becomes one. For comparing only, never shown. Never empty for a name with a letter.
 */
export function nameSkeleton(name: string): string {
  const visible = name.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu, '');
  const latin = [...visible].map((letter) => LATIN_FOR.get(letter) ?? letter).join('');
  const folded = [...latin.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ').normalize('NFKC')]
    .map((letter) => LATIN_FOR.get(letter) ?? letter)
    .join('')
    .toLowerCase();
  return folded
    .replace(/[i1|!]/g, 'l')
    .replaceAll('0', 'o')
    .replace(/[‐‑‒–—―−_-]/g, '-')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .trim();
}
