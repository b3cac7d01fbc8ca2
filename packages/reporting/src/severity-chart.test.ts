import { expect, it } from 'vitest';
import { SEVERITY_COLOURS } from './colours.ts';
import { SEVERITIES } from './severity.ts';
import { severityChart } from './severity-chart.ts';
import { SEVERITY_WORDS } from './words.ts';

const counts = { critical: 21, high: 0, medium: 34, low: 5, info: 13 };

it('prints words and numbers from critical to informational, in plain colours', () => {
  const svg = severityChart(counts);
  const words = SEVERITIES.map((key) => svg.indexOf(`>${SEVERITY_WORDS[key]}<`));
  expect(words.every((at) => at > 0)).toBe(true);
  expect(words.toSorted((a, b) => a - b)).toEqual(words);
  for (const key of SEVERITIES) expect(svg).toContain(`>${counts[key]}<`);
  expect(svg).toContain(SEVERITY_COLOURS.critical.solid);
  expect(svg).not.toMatch(/gradient|<script|href/i);
});

it('gives the same text for the same counts, also after others', () => {
  const first = severityChart(counts);
  severityChart({ ...counts, high: 3 });
  expect(severityChart(counts)).toBe(first);
});

it('can show that there is nothing', () => {
  expect(severityChart({ critical: 0, high: 0, medium: 0, low: 0, info: 0 })).not.toContain('NaN');
});
