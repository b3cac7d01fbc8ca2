import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

function context(environment: Record<string, string>) {
  const lines: string[] = [];
  return {
    lines,
    context: {
      environment,
      print: (line: string) => lines.push(line),
      warn: (line: string) => lines.push(line),
    },
  };
}

const READY = { SALLYPORT_URL: 'http://localhost:1', SALLYPORT_TOKEN: 'sp_a_b' };

describe('the sallyport command', () => {
  test.each([[[]], [['unknown']], [['import', 'only-a-file']]])('explains itself for %j', async (argv) => {
    const { context: given, lines } = context(READY);
    expect(await runCommand(argv, given)).toBe(2);
    expect(lines.join('\n')).toContain('sallyport import FILE PROJECT-ID');
  });

  test('asks for address and token first', async () => {
    const { context: given, lines } = context({ SALLYPORT_URL: 'http://localhost:1' });
    expect(await runCommand(['projects'], given)).toBe(2);
    expect(lines[0]).toContain('SALLYPORT_TOKEN');
  });

  test('says in words what went wrong, and never the token', async () => {
    const { context: given, lines } = context(READY);
    expect(await runCommand(['projects'], given)).toBe(1);
    expect(lines.join('\n')).toContain('Is the address right');
    expect(lines.join('\n')).not.toContain('sp_a_b');
  });
});
