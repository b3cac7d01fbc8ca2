import { describe, expect, it } from 'vitest';
import { type CvssVersion, metricGroups } from './cvss-metrics.ts';
import { missingMetrics, readVector, withMetric } from './cvss-vector.ts';

const HIGH_40 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';
const HIGH_31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

describe('a vector between its text and its buttons', () => {
  it('knows every metric of both standards', () => {
    const count = (version: CvssVersion) => metricGroups(version).flatMap(({ metrics }) => metrics).length;
    expect(count('3.1')).toBe(22);
    expect(count('4.0')).toBe(32);
  });

  it('changes one metric and leaves the others', () => {
    expect(withMetric('3.1', HIGH_31, 'PR', 'L')).toBe('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H');
    expect(withMetric('4.0', HIGH_40, 'E', 'P')).toBe(`${HIGH_40}/E:P`);
  });

  it('leaves out a metric that is no longer defined', () => {
    expect(withMetric('4.0', `${HIGH_40}/E:P`, 'E', 'X')).toBe(HIGH_40);
    expect(withMetric('3.1', '', 'E', 'X')).toBe('');
  });

  it('says which metrics of the base are still open', () => {
    expect(missingMetrics('3.1', '')).toEqual(['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A']);
    expect(missingMetrics('4.0', HIGH_40)).toEqual([]);
  });

  it('passes over what it cannot read, and does not take one standard for the other', () => {
    expect([...readVector('3.1', 'CVSS:3.1/AV:Q/AC:L/nonsense/PR')]).toEqual([['AC', 'L']]);
    expect(readVector('3.1', HIGH_40).has('VC')).toBe(false);
  });

  it('reads back what its buttons wrote, each value of each metric, pressed forwards and backwards', () => {
    for (const version of ['3.1', '4.0'] as const) {
      const all = metricGroups(version).flatMap(({ metrics }) => metrics);
      for (const metrics of [all, all.toReversed()]) {
        for (let turn = 0; turn < 6; turn += 1) {
          const chosen = metrics.map(({ key, values }) => ({
            key,
            value: values[turn % values.length] ?? '',
          }));
          const vector = chosen.reduce((text, { key, value }) => withMetric(version, text, key, value), '');
          const read = readVector(version, vector);
          expect(chosen.filter(({ key, value }) => (read.get(key) ?? 'X') !== value)).toEqual([]);
        }
      }
    }
  });

  it('writes the same vector in whatever order its buttons were pressed', () => {
    const parts = HIGH_31.split('/').slice(1);
    const pressed = parts.toReversed().reduce((text, part) => {
      const [key = '', value = ''] = part.split(':');
      return withMetric('3.1', text, key, value);
    }, '');
    expect(pressed).toBe(HIGH_31);
  });
});
