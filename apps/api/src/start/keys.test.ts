import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfiguration } from './env.ts';
import { masterKeyFrom, portalKeyOf, readKeys } from './keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('keys', () => {
  it('are made at first start in a file only its owner can read, and found again', () => {
    const first = masterKeyFrom(folder);
    expect(first.isNew).toBe(true);
    expect(statSync(first.path).mode & 0o777).toBe(0o600);
    const second = masterKeyFrom(folder);
    expect(second.isNew).toBe(false);
    expect(second.key.equals(first.key)).toBe(true);
  });

  it('refuse a damaged file instead of making a new one over it', () => {
    const { path } = masterKeyFrom(folder);
    writeFileSync(path, 'short');
    expect(() => masterKeyFrom(folder)).toThrow(/is damaged/);
  });

  it('differ per door, so that the portal can compute none of the staff door', () => {
    const keys = readKeys(readConfiguration({}, [], folder));
    const { key } = masterKeyFrom(folder);
    const portalAlone = readKeys(
      readConfiguration(
        {
          DATABASE_URL: 'postgresql://x@localhost/x',
          SALLYPORT_PORTAL_KEY: portalKeyOf(key).toString('base64'),
        },
        ['--only', 'portal'],
        folder,
      ),
    );
    expect(portalAlone.staff).toBeNull();
    expect(portalAlone.passwords).toBeNull();
    expect(portalAlone.portal).toEqual(keys.portal);
    expect(keys.staff?.pepper.equals(keys.portal.pepper)).toBe(false);
    expect(new Set(Object.values(keys.passwords ?? {})).size).toBe(3);
  });
});
