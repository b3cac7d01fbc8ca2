import { describe, expect, it } from 'vitest';
import { BrokenSealError, Sealer } from './sealer.ts';

const keys = (first: number) => ({
  factors: Buffer.alloc(32, first),
  mail: Buffer.alloc(32, first + 1),
  settings: Buffer.alloc(32, first + 2),
});
const sealer = new Sealer(keys(1));

describe('what is sealed', () => {
  it('opens under its key, for its purpose and its place, and never looks the same twice', () => {
    const sealed = sealer.seal('mail', 'a secret', 'mail:1');
    expect(sealer.open('mail', sealed, 'mail:1').toString()).toBe('a secret');
    expect(sealed.includes('a secret')).toBe(false);
    expect(sealer.seal('mail', 'a secret', 'mail:1').equals(sealed)).toBe(false);
  });

  it('stays shut for another key, purpose or place, and when changed or cut', () => {
    const sealed = sealer.seal('mail', 'a secret', 'mail:1');
    const changed = Buffer.from(sealed);
    changed[14] = (changed[14] ?? 0) ^ 1;
    expect(() => new Sealer(keys(7)).open('mail', sealed, 'mail:1')).toThrow(BrokenSealError);
    expect(() => sealer.open('factors', sealed, 'mail:1')).toThrow(BrokenSealError);
    expect(() => sealer.open('mail', sealed, 'mail:2')).toThrow(BrokenSealError);
    expect(() => sealer.open('mail', changed, 'mail:1')).toThrow(BrokenSealError);
    expect(() => sealer.open('mail', sealed.subarray(0, 20), 'mail:1')).toThrow(BrokenSealError);
  });
});
