import { describe, expect, test } from 'vitest';
import { ConfigurationError, readConfiguration } from './env.ts';

const read = (env: Record<string, string>, args: string[] = []) =>
  readConfiguration({ SALLYPORT_DEMO: '1', ...env }, args, '/data');

function problemsOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.join('\n');
    throw error;
  }
  return '';
}

describe('demo mode', () => {
  test('is off unless it is asked for', () => {
    expect(readConfiguration({}, [], '/data').isDemo).toBe(false);
    expect(readConfiguration({ SALLYPORT_DEMO: '0' }, [], '/data').isDemo).toBe(false);
    expect(read({}).isDemo).toBe(true);
  });

  test.each([{}, { SALLYPORT_BIND: '127.0.0.1' }, { SALLYPORT_BIND: '::1', SALLYPORT_STAFF_PORT: '5100' }])(
    'allows %j',
    (env) => {
      expect(problemsOf(() => read(env))).toBe('');
    },
  );

  test.each([
    [{ DATABASE_URL: 'postgresql://localhost/work' }, [], 'unset DATABASE_URL'],
    [{ SALLYPORT_BIND: '0.0.0.0' }, [], 'unset SALLYPORT_BIND (it is 0.0.0.0)'],
    [{ SALLYPORT_BIND: 'pentest.firm.example' }, [], 'for this machine alone'],
    [{ SALLYPORT_TRUSTED_PROXIES: '10.0.0.5' }, [], 'unset SALLYPORT_TRUSTED_PROXIES'],
    [
      { SALLYPORT_STAFF_URL: 'https://pentest.firm.example', SALLYPORT_TRUSTED_PROXIES: '::1' },
      [],
      'unset SALLYPORT_STAFF_URL',
    ],
    [
      { SALLYPORT_PORTAL_URL: 'https://portal.firm.example', SALLYPORT_TRUSTED_PROXIES: '::1' },
      [],
      'unset SALLYPORT_PORTAL_URL',
    ],
    [{}, ['--only', 'worker'], 'without --only worker'],
    [{ SALLYPORT_DEMO: 'yes' }, [], 'SALLYPORT_DEMO is 1 or 0'],
  ] as const)('refuses %j %j and says what to do', (env, args, part) => {
    expect(problemsOf(() => read(env, [...args]))).toContain(part);
  });
});
