import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimDrafts, readDraft, writeDraft } from './drafts.ts';

/** The storage of one tab: what it keeps are its own properties, as in a browser. */
class TabStorage {
  [key: string]: unknown;

  getItem(key: string): string | null {
    const kept = this[key];
    return typeof kept === 'string' ? kept : null;
  }

  setItem(key: string, value: string): void {
    this[key] = value;
  }

  removeItem(key: string): void {
    delete this[key];
  }
}

beforeEach(() => vi.stubGlobal('sessionStorage', new TabStorage()));
afterEach(() => vi.unstubAllGlobals());

describe('S6: the drafts of a tab', () => {
  it('stay with their owner over the end of a session', () => {
    claimDrafts('lena');
    writeDraft('invite', { name: 'Half Written' });
    claimDrafts('lena');
    expect(readDraft('invite')).toEqual({ name: 'Half Written' });
  });

  it('are gone for somebody else who signs in', () => {
    claimDrafts('lena');
    writeDraft('invite', { name: 'Half Written' });
    claimDrafts('tom');
    expect(readDraft('invite')).toBeNull();
  });
});
