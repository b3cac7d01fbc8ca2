import type { Configuration } from './env.ts';

export interface Summary {
  configuration: Configuration;
  /** The one-time link for the first Admin; null once there is one. */
  setupLink: string | null;
  /** In words: which database, and where it lives. */
  database: string;
  /** What is worth knowing about how the database runs. */
  notes: readonly string[];
  keyPath: string | null;
  isKeyNew: boolean;
  startedInMs: number;
}

const isColoured = () => process.stdout.isTTY === true && !process.env['NO_COLOR'];
const paint = (code: string) => (text: string) => (isColoured() ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = paint('1');
const dim = paint('2');
const accent = paint('36');

/** What a person reads once everything stands: where to go, what to do first, where data and keys are. */
export function summaryText({
  configuration,
  setupLink,
  database,
  notes,
  keyPath,
  isKeyNew,
  startedInMs,
}: Summary): string {
  const { only, staff, portal } = configuration;
  const line = (label: string, value: string, note = '') =>
    `  ${dim(label.padEnd(18))}${value}${note ? `  ${dim(note)}` : ''}`;
  const lines = [
    '',
    `  ${accent('▍▌')} ${bold('Sallyport')} ${dim(`is ready (${(startedInMs / 1000).toFixed(1)} s)`)}`,
    '',
  ];
  if (only === null || only === 'staff') lines.push(line('Staff dashboard', bold(staff.url)));
  if (only === null || only === 'portal') lines.push(line('Customer portal', bold(portal.url)));
  if (only === 'worker') lines.push(line('Worker', 'imports, reports, nightly work'));
  if (setupLink !== null) {
    lines.push(
      '',
      `  ${bold('First start')}  Open this link to become the first Admin. It works once, for 24 hours:`,
      '',
      `  ${accent(setupLink)}`,
    );
  }
  lines.push('', line('Database', database), ...notes.map((note) => line('', dim(note))));
  if (keyPath !== null) {
    lines.push(
      line(
        'Master key',
        keyPath,
        isKeyNew ? 'new: keep a copy elsewhere, nothing can be read without it' : '',
      ),
    );
  }
  lines.push('', `  ${dim('Ctrl-C stops everything.')}`, '');
  return lines.join('\n');
}
