import { describe, expect, test } from 'vitest';
import { avatarHue, initials } from './avatar-hue.ts';

describe('avatarHue', () => {
  test('the same id gives the same hue', () => {
    expect(avatarHue('0192f0a4-7b1c')).toBe(avatarHue('0192f0a4-7b1c'));
  });

  test('every hue is a step of 15 degrees on the circle', () => {
    for (let index = 0; index < 200; index += 1) {
      const hue = avatarHue(`user-${index}`);
      expect(hue % 15).toBe(0);
      expect(hue).toBeGreaterThanOrEqual(0);
      expect(hue).toBeLessThan(360);
    }
  });

  test('ids that differ in one digit spread over the circle', () => {
    const hues = new Set(Array.from({ length: 200 }, (_, index) => avatarHue(`user-${index}`)));
    expect(hues.size).toBeGreaterThan(18);
  });
});

describe('initials', () => {
  test.each([
    ['Ines Carvalho', 'IC'],
    ['Noor Al-Hadid', 'NH'],
    ['Mara', 'M'],
    ['åsa öberg', 'ÅÖ'],
    ['ruth.abernathy@aldervale.example', 'RE'],
    ['Hana Kobayashi (contractor)', 'HK'],
    ['', '?'],
  ])('%s is shown as %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
