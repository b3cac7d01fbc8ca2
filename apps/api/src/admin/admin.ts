import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '@sallyport/db';
import { reachDatabase } from '../start/database.ts';
import { readConfiguration } from '../start/env.ts';
import { explainFailure } from '../start/explain-failure.ts';
import { readKeys } from '../start/keys.ts';
import { AdminError } from './admin-error.ts';
import { createToken } from './create-token.ts';
import { readArguments } from './read-arguments.ts';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../../..');

try {
  const request = readArguments(process.argv.slice(2));
  const configuration = readConfiguration(process.env, [], join(root, '.sallyport'));
  const database = await reachDatabase(configuration);
  const { staff } = readKeys(configuration);
  if (staff === null) throw new AdminError('The command line needs the master key.');
  const url = database.urlFor('sallyport_staff', staff.databasePassword);
  const db = createDatabase({ url, poolSize: 1, applicationName: 'sallyport-admin' });
  try {
    const { token, expiresAt, displayName } = await createToken(db, request);
    const until = expiresAt.toISOString().slice(0, 10);
    process.stdout.write(
      `\n  A token that acts for ${displayName}, until ${until}. It is shown this once; keep it like a password:\n\n  ${token}\n\n`,
    );
  } finally {
    await db.close();
    await database.stop();
  }
} catch (error) {
  process.stderr.write(explainFailure(error, 'Nothing was done.'));
  process.exitCode = error instanceof AdminError ? 2 : 1;
}
