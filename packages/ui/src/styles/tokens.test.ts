import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, readTokens, resolveColour, type Scheme } from './token-colours.ts';

const CSS = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const BASE = readTokens(CSS, ':root');
const BRANDED = new Map([...BASE, ...readTokens(CSS, '[data-brand="stonemere"]')]);
const SCHEMES: Scheme[] = ['light', 'dark'];
const TONES = [
  'accent',
  'critical',
  'high',
  'medium',
  'low',
  'info',
  'positive',
  'caution',
  'negative',
  'special',
];
const GROUNDS = ['surface', 'sunken', 'raised'];

function ratio(tokens: ReadonlyMap<string, string>, front: string, back: string, scheme: Scheme): number {
  const colour = (name: string) => resolveColour(tokens, `var(--color-${name})`, scheme);
  return contrast(colour(front), colour(back));
}

test('contrast of black and white is 21', () => {
  const black = resolveColour(BASE, 'oklch(0 0 0)', 'light');
  const white = resolveColour(BASE, 'oklch(1 0 0)', 'light');
  expect(contrast(black, white)).toBeCloseTo(21, 1);
});

describe.each([
  ['own accent', BASE],
  ['sample brand', BRANDED],
])('%s', (_, tokens) => {
  describe.each(SCHEMES)('%s', (scheme) => {
    test.each(TONES)('%s text reaches 4.5 on its own tint and on every ground', (tone) => {
      for (const ground of [`${tone}-bg`, ...GROUNDS])
        expect(ratio(tokens, `${tone}-text`, ground, scheme), ground).toBeGreaterThanOrEqual(4.5);
    });

    test.each(TONES)('%s solid reaches 3 on the surface', (tone) => {
      expect(ratio(tokens, `${tone}-solid`, 'surface', scheme)).toBeGreaterThanOrEqual(3);
    });

    test.each([...GROUNDS, 'canvas'])('text on %s reaches 7, secondary and captions 4.5', (ground) => {
      expect(ratio(tokens, 'text', ground, scheme)).toBeGreaterThanOrEqual(7);
      expect(ratio(tokens, 'text-2', ground, scheme)).toBeGreaterThanOrEqual(4.5);
      expect(ratio(tokens, 'text-3', ground, scheme)).toBeGreaterThanOrEqual(4.5);
    });

    test('icons and field borders reach 3 on the surface', () => {
      expect(ratio(tokens, 'icon', 'surface', scheme)).toBeGreaterThanOrEqual(3);
      expect(ratio(tokens, 'border-field', 'surface', scheme)).toBeGreaterThanOrEqual(3);
    });

    test('text on the primary button reaches 4.5, resting and under the pointer', () => {
      expect(ratio(tokens, 'accent-on', 'accent', scheme)).toBeGreaterThanOrEqual(4.5);
      expect(ratio(tokens, 'accent-on', 'accent-hover', scheme)).toBeGreaterThanOrEqual(4.5);
    });

    test('the focus outline reaches 3 on every ground', () => {
      const focus = resolveColour(tokens, 'var(--focus-color)', scheme);
      for (const ground of [...GROUNDS, 'canvas']) {
        const back = resolveColour(tokens, `var(--color-${ground})`, scheme);
        expect(contrast(focus, back), ground).toBeGreaterThanOrEqual(3);
      }
    });
  });
});
