import { describe, expect, it } from 'vitest';
import { problemWithFile } from './check-file.ts';

const RULES = {
  formats: [
    { name: 'Nessus', extensions: ['.nessus'] },
    { name: 'Nessus CSV', extensions: ['csv'] },
  ],
  maxBytes: 1000,
};

describe('a file before it is sent', () => {
  it('passes with a known ending, however it is written', () => {
    expect(problemWithFile({ name: 'Week 2.NESSUS', size: 10 }, RULES)).toBeNull();
    expect(problemWithFile({ name: 'scan.csv', size: 1000 }, RULES)).toBeNull();
  });

  it('is refused with the endings that are known', () => {
    expect(problemWithFile({ name: 'scan.pdf', size: 10 }, RULES)).toContain('.nessus or .csv');
    expect(problemWithFile({ name: 'nessus', size: 10 }, RULES)).not.toBeNull();
  });

  it('is refused when it is empty or too large', () => {
    expect(problemWithFile({ name: 'scan.csv', size: 0 }, RULES)).toBe('This file is empty.');
    expect(problemWithFile({ name: 'scan.csv', size: 1001 }, RULES)).toContain('at most');
  });
});
