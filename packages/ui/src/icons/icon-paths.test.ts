import { expect, test } from 'vitest';
import { ICON_PATHS } from './icon-paths.ts';

test('every icon stays on its grid of 16', () => {
  for (const [name, path] of Object.entries(ICON_PATHS)) {
    expect(path, name).toMatch(/^M[\dMLHVCSQTAZmlhvcsqtaz .,-]+$/);
    const starts = [...path.matchAll(/M\s?(-?[\d.]+)[ ,]?(-?[\d.]+)/g)];
    for (const [, x, y] of starts) {
      expect(Number(x), name).toBeGreaterThanOrEqual(0);
      expect(Number(x), name).toBeLessThanOrEqual(16);
      expect(Number(y), name).toBeGreaterThanOrEqual(0);
      expect(Number(y), name).toBeLessThanOrEqual(16);
    }
  }
});
