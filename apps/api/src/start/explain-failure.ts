import { ConfigurationError } from './env.ts';

/** What a person at the terminal reads when the start failed: what is wrong and what to do, without a stack. */
export function explainStartFailure(error: unknown): string {
  return explainFailure(error, 'Sallyport did not start.');
}

/** The same for any other command, under a headline of its own. */
export function explainFailure(error: unknown, headline: string): string {
  const problems = error instanceof ConfigurationError ? error.problems : [messageOf(error)];
  return `\n  ${headline}\n\n${problems.map((problem) => `  • ${problem}`).join('\n')}\n\n`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something unexpected happened.';
  const code = 'code' in error ? error.code : null;
  if (code === 'ECONNREFUSED')
    return 'The database does not answer. Check DATABASE_URL, and that PostgreSQL is running there.';
  if (code === '28P01') return 'The database refused the user or password in DATABASE_URL.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist. Create it first.';
  return error.message;
}
