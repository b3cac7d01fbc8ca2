import { CvssScore } from '@sallyport/contracts/common';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCvss, severityOfScore } from './cvss.service.ts';

const scored = (vector: string) => {
  const reading = readCvss(vector);
  if (!reading.ok) throw new Error(reading.message);
  return reading.score;
};
const refusal = (vector: string) => {
  const reading = readCvss(vector);
  return reading.ok ? `scored ${reading.score.score}` : reading.message;
};

// Vectors and scores: FIRST, "CVSS v3.1: Examples", https://www.first.org/cvss/v3.1/examples
describe('the examples that FIRST published for 3.1', () => {
  test.each([
    ['CVE-2013-0375', 'AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4, 'medium'],
    ['CVE-2014-3566', 'AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1, 'low'],
    ['CVE-2012-1516', 'AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 9.9, 'critical'],
    ['CVE-2009-0783', 'AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 4.2, 'medium'],
    ['CVE-2012-0384', 'AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H', 7.2, 'high'],
    ['CVE-2015-1098', 'AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H', 7.8, 'high'],
    ['CVE-2014-0160', 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5, 'high'],
    ['CVE-2014-6271', 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8, 'critical'],
    ['CVE-2008-1447', 'AV:N/AC:H/PR:N/UI:N/S:C/C:N/I:H/A:N', 6.8, 'medium'],
    ['CVE-2014-2005', 'AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 6.8, 'medium'],
    ['CVE-2010-0467', 'AV:N/AC:L/PR:N/UI:N/S:C/C:L/I:N/A:N', 5.8, 'medium'],
    ['CVE-2012-1342', 'AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:L/A:N', 5.8, 'medium'],
    ['CVE-2013-6014', 'AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H', 9.3, 'critical'],
    ['CVE-2019-7551', 'AV:N/AC:L/PR:L/UI:R/S:C/C:H/I:H/A:H', 9.0, 'critical'],
    ['CVE-2011-1265', 'AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 8.8, 'high'],
    ['CVE-2014-2019', 'AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N', 4.6, 'medium'],
    ['CVE-2014-0224', 'AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N', 7.4, 'high'],
    ['CVE-2012-5376', 'AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H', 9.6, 'critical'],
    ['CVE-2016-0128', 'AV:N/AC:H/PR:N/UI:R/S:U/C:H/I:H/A:N', 6.8, 'medium'],
    ['CVE-2017-5942', 'AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1, 'medium'],
    ['CVE-2016-5558', 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:L', 8.6, 'high'],
    ['CVE-2016-5729', 'AV:L/AC:L/PR:H/UI:N/S:C/C:H/I:H/A:H', 8.2, 'high'],
    ['CVE-2015-2890', 'AV:L/AC:L/PR:H/UI:N/S:U/C:N/I:H/A:H', 6.0, 'medium'],
    ['CVE-2018-3652', 'AV:P/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 7.6, 'high'],
  ])('%s', (_name, metrics, score, severity) => {
    expect(scored(`CVSS:3.1/${metrics}`)).toEqual({
      version: '3.1',
      vector: `CVSS:3.1/${metrics}`,
      score,
      severity,
    });
  });
});

// Vectors and scores: FIRST, "CVSS v4.0: Examples", https://www.first.org/cvss/v4.0/examples
describe('the examples that FIRST published for 4.0', () => {
  const full = 'AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H';
  test.each([
    ['AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.3],
    ['AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.7],
    ['AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U', 5.2],
    ['AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N', 8.3],
    [
      'AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N/CR:H/IR:L/AR:L/MAV:N/MAC:H/MVC:H/MVI:L/MVA:L',
      8.1,
    ],
    ['AV:L/AC:L/AT:N/PR:N/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N', 4.6],
    ['AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N', 5.1],
    ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N', 6.9],
    ['AV:L/AC:L/AT:N/PR:H/UI:N/VC:N/VI:N/VA:N/SC:H/SI:N/SA:N', 5.9],
    ['AV:L/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 9.4],
    ['AV:P/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:H/SA:N/S:P/V:D', 8.3],
    ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N/E:A', 8.7],
    ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:A', 10],
    ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:A', 9.3],
    ['AV:A/AC:L/AT:N/PR:N/UI:N/VC:N/VI:L/VA:N/SC:H/SI:N/SA:H', 6.4],
    ['AV:L/AC:L/AT:N/PR:H/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/R:I', 9.3],
    ['AV:L/AC:L/AT:P/PR:H/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/R:I', 8.7],
    ['AV:P/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 8.6],
    ['AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N', 7.1],
    ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:L/E:U', 6.6],
    ['AV:L/AC:L/AT:N/PR:H/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N/E:U', 5.6],
    ['AV:P/AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 5.4],
    [`${full}/S:P/AU:Y/V:C/RE:L`, 9.4],
    [`${full}/E:P/CR:L/IR:H/AR:L/MAV:L/MAC:H/MAT:N/MPR:N/MUI:N/MVC:N/MVI:H/MVA:L/MSC:N/MSI:S/MSA:L`, 7],
    [`${full}/E:P/CR:L/IR:H/AR:H/MAV:A/MAC:H/MAT:N/MPR:L/MUI:N/MVC:L/MVI:H/MVA:H/MSC:L/MSI:S/MSA:S`, 7.4],
    ['AV:A/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N/MSI:S/S:P', 9.7],
  ])('%s scores %f', (metrics, score) => {
    expect(scored(`CVSS:4.0/${metrics}`)).toMatchObject({ vector: `CVSS:4.0/${metrics}`, score });
  });
});

describe('the scale of both standards', () => {
  test.each([
    [0, 'info'],
    [0.1, 'low'],
    [3.9, 'low'],
    [4, 'medium'],
    [6.9, 'medium'],
    [7, 'high'],
    [8.9, 'high'],
    [9, 'critical'],
    [10, 'critical'],
  ])('%f is %s', (score, severity) => expect(severityOfScore(score)).toBe(severity));

  test('without any impact the score is 0.0 and the finding informational', () => {
    expect(scored('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:N/A:N')).toMatchObject({
      score: 0,
      severity: 'info',
    });
    expect(scored('CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N')).toMatchObject({
      score: 0,
      severity: 'info',
    });
  });
});

test('a vector is kept in its canonical form: in order, without what is not defined', () => {
  expect(scored(' CVSS:3.1/S:U/AV:N/AC:L/PR:H/UI:N/C:L/I:L/A:N/RL:X/E:X ')).toMatchObject({
    vector: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:N',
    score: 3.8,
  });
});

describe('what does not parse is refused with words that name the metric', () => {
  const BASE = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
  test.each([
    ['', 'Begin the vector'],
    ['AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'Begin the vector'],
    ['cvss:3.1/AV:N', 'Begin the vector'],
    ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'CVSS 3.0 is not scored here'],
    ['CVSS:2.0/AV:N/AC:L/Au:N/C:P/I:P/A:P', 'CVSS 2.0 is not scored here'],
    ['CVSS:3.1/', 'a slash too many'],
    [`${BASE}/`, 'a slash too many'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H', 'Availability (A)'],
    ['CVSS:4.0/AV:N/AC:L/PR:N/VC:H', 'Attack Requirements (AT), User Interaction (UI)'],
    ['CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'Attack Vector (AV) cannot be X'],
    [`${BASE}/AV:L`, 'Attack Vector (AV) is said twice'],
    [`${BASE}/ZZ:Y`, 'no metric ZZ'],
    [`${BASE}/AT:N`, 'CVSS 3.1 has no metric AT'],
    [
      'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:S/SI:N/SA:N',
      'Subsequent System Confidentiality (SC)',
    ],
    ['CVSS:3.1/AVN/AC:L', '“AVN” is no metric'],
    ['CVSS:3.1/av:N/AC:L', '“av:N” is no metric'],
    [`${BASE}/constructor:N`, 'is no metric'],
    [`CVSS:3.1/${'A'.repeat(90)}:N`, `no metric ${'A'.repeat(20)}…`],
  ])('%s', (vector, words) => expect(refusal(vector)).toContain(words));
});

const metric = (key: string, values: string) =>
  fc.constantFrom(...values.split(' ')).map((value) => `${key}:${value}`);
const shuffled = (parts: readonly fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).chain((given) => fc.shuffledSubarray(given, { minLength: given.length }));

test('whatever is typed is scored from 0 to 10 or refused; a canonical vector stays what it is', () => {
  const whole = shuffled([
    metric('AV', 'N A L P'),
    metric('AC', 'L H'),
    metric('PR', 'N L H'),
    metric('UI', 'N R'),
    metric('S', 'U C'),
    metric('C', 'N L H'),
    metric('I', 'N L H'),
    metric('A', 'N L H'),
    metric('E', 'X U P F H'),
    metric('MC', 'X N L H'),
    metric('MS', 'X U C'),
    metric('IR', 'X L M H'),
  ]).map((parts) => `CVSS:3.1/${parts.join('/')}`);
  const broken = fc
    .tuple(fc.constantFrom('CVSS:3.1/', 'CVSS:4.0/', ''), fc.string())
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(whole, broken), (text) => {
      const reading = readCvss(text);
      if (!reading.ok) {
        expect(reading.message).toMatch(/\S/);
        return;
      }
      CvssScore.parse(reading.score);
      expect(Number(reading.score.score.toFixed(1))).toBe(reading.score.score);
      expect(readCvss(reading.score.vector)).toEqual(reading);
    }),
    { numRuns: 400 },
  );
});
