const LONG = 'x'.repeat(300_000);
const DEEP_LEVELS = 2_000;
const IS_DEEP = process.env['SALLYPORT_DEEP'] === '1';
/** Random mixtures per procedure; the long version (`npm run test:deep`) tries ten times as many. */
const ROUNDS = IS_DEEP ? 120 : 12;
/** Values tried in each place: in the short version others with every seed, in the long one all. */
const IN_EACH_PLACE = IS_DEEP ? Number.POSITIVE_INFINITY : 10;

/** Values that a form never sends. As JSON text, so that none is tidied up on its way. */
const VALUES: readonly string[] = [
  'null',
  'true',
  '0',
  '-1',
  '1e400',
  '9007199254740993',
  '1.5',
  '""',
  '" "',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\u202e\\ufeff\\u2028"',
  '"\' or 1=1; --"',
  '"%"',
  '"\\\\"',
  '"../../etc/passwd"',
  '"<script>alert(1)</script>"',
  '"01890000-0000-7000-8000-000000000000"',
  '"0001-01-01T00:00:00Z"',
  '"275760-09-13T00:00:00.001Z"',
  '"9999-12-31T23:59:59.999Z"',
  JSON.stringify(LONG),
  '[]',
  '[null]',
  '[[]]',
  '{}',
  '{"toString":"x","valueOf":1}',
  '{"$ne":null}',
  '{"__proto__":{"isAdmin":true}}',
  `${'['.repeat(DEEP_LEVELS)}${']'.repeat(DEEP_LEVELS)}`,
];

/** Keys that are not asked for. */
const EXTRA: readonly string[] = [
  '"__proto__":{"isAdmin":true}',
  '"constructor":{"prototype":{"isAdmin":true}}',
  '"isAdmin":true',
  '"companyId":"01890000-0000-7000-8000-000000000000"',
  '"audience":"STAFF"',
  '"":1',
];

/** Bodies for one procedure: values in each place, extra keys, the whole replaced by each, and random mixtures. */
export function nastyBodies(input: Readonly<Record<string, unknown>>, seed: number): string[] {
  const fields = Object.entries(input).map(([key, value]) => [key, JSON.stringify(value)] as const);
  const random = randomFrom(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? 'null';
  const some = () =>
    VALUES.map((value) => ({ value, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .slice(0, IN_EACH_PLACE)
      .map(({ value }) => value);
  const oneWrong = fields.flatMap(([key]) =>
    some().map((value) => written(fields.map(([name, text]) => [name, name === key ? value : text]))),
  );
  const oneMissing = fields.map(([key]) => written(fields.filter(([name]) => name !== key)));
  const oneMore = EXTRA.map((extra) => `{${[extra, ...fields.map(pair)].join(',')}}`);
  const mixed = Array.from({ length: ROUNDS }, () =>
    written(fields.map(([name, text]) => [name, random() < 0.5 ? pick(VALUES) : text])),
  );
  return [...VALUES, ...oneWrong, ...oneMissing, ...oneMore, ...mixed];
}

type Field = readonly [key: string, json: string];

function written(fields: readonly Field[]): string {
  return `{${fields.map(pair).join(',')}}`;
}

function pair([key, json]: Field): string {
  return `${JSON.stringify(key)}:${json}`;
}

/** mulberry32: small, and the same everywhere for a seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
