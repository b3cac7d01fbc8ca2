import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { forgetDurability } from './database.ts';
import { type DataFolder, startServer, temporaryDataFolder } from './server.ts';

/** Where the prepared folder of this run lies; in the environment, for the workers. */
const VARIABLE = 'SALLYPORT_PREPARED_FOLDER';

/** Starts a server once and stops it: its folder is what every file's own server begins with. Returns how to remove it. */
export async function prepareFolder(): Promise<() => Promise<void>> {
  const folder = await temporaryDataFolder();
  try {
    await using server = await startServer(folder.path);
    await forgetDurability(server.dataFolder);
  } catch (error) {
    await folder[Symbol.asyncDispose]();
    throw error;
  }
  process.env[VARIABLE] = folder.path;
  return async () => {
    delete process.env[VARIABLE];
    await folder[Symbol.asyncDispose]();
  };
}

/** A data folder in which a server was started before, and nobody has done anything yet. */
export async function preparedDataFolder(): Promise<DataFolder> {
  const prepared = process.env[VARIABLE];
  if (prepared === undefined)
    throw new Error('no folder was prepared: it is the work of e2e/global-setup.ts');
  const folder = await temporaryDataFolder();
  // With owners and rights: the database runs under another account where the run is root's.
  await promisify(execFile)('cp', ['-Rp', `${prepared}/.`, folder.path]);
  return folder;
}
