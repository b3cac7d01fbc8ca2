import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { demandDemoMark } from './demo-mark.ts';
import { ConfigurationError } from './env.ts';

function problemsOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.join('\n');
    throw error;
  }
  return '';
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'sallyport-mark-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('the mark of a demo’s folder', () => {
  test('is needed for a demo, and bars everything else', () => {
    const dataDir = folder();
    expect(problemsOf(() => demandDemoMark({ isDemo: true, dataDir }))).toContain('was not made for a demo');
    expect(problemsOf(() => demandDemoMark({ isDemo: false, dataDir }))).toBe('');
    writeFileSync(join(dataDir, 'demo'), '');
    expect(problemsOf(() => demandDemoMark({ isDemo: true, dataDir }))).toBe('');
    expect(problemsOf(() => demandDemoMark({ isDemo: false, dataDir }))).toContain('belongs to a demo');
  });

  test('is a file: a folder of this name marks nothing', () => {
    const dataDir = folder();
    mkdirSync(join(dataDir, 'demo'));
    expect(problemsOf(() => demandDemoMark({ isDemo: true, dataDir }))).toContain('was not made for a demo');
    expect(problemsOf(() => demandDemoMark({ isDemo: false, dataDir }))).toBe('');
  });

  test('of a folder that is not there yet is missing', () => {
    const dataDir = join(folder(), 'none');
    expect(problemsOf(() => demandDemoMark({ isDemo: true, dataDir }))).toContain('was not made for a demo');
    expect(problemsOf(() => demandDemoMark({ isDemo: false, dataDir }))).toBe('');
  });
});
