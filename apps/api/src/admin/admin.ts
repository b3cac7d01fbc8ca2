import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfiguration } from '../start/env.ts';
import { explainFailure } from '../start/explain-failure.ts';
import { AdminError } from './admin-error.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../../..');

try {
  const command = readArguments(process.argv.slice(2));
  const configuration = readConfiguration(process.env, [], join(root, '.sallyport'));
  const text = await runCommand(command, configuration, process.env);
  process.stdout.write(`\n${text}\n`);
} catch (error) {
  process.stderr.write(explainFailure(error, 'Nothing was done.'));
  process.exitCode = error instanceof AdminError ? 2 : 1;
}
