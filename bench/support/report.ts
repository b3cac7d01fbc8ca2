import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** The middle of some numbers; of two middles their mean. @throws on an empty list */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error('no values');
  return (low + high) / 2;
}

/** A positive whole number from the environment, or the default. @throws on anything else */
export function setting(name: string, standard: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return standard;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} must be a positive whole number`);
  return value;
}

/** Says something to the reader, away from stdout. */
export function note(text: string): void {
  process.stderr.write(`  ${text}\n`);
}

/** Prints the result as the last line of stdout, with what is needed to compare it with another. */
export function printResult(bench: string, figures: Record<string, unknown>): void {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  const versions = { node: process.versions.node, sallyport: hasVersion ? manifest.version : null };
  process.stdout.write(
    `${JSON.stringify({ bench, ...figures, versions, platform: process.platform, cores: availableParallelism() })}\n`,
  );
}
