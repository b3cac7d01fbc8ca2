import { access, mkdir, rm } from 'node:fs/promises';
import { OUTPUT } from './support/output.ts';
import { prepareFolder } from './support/prepared.ts';
import { BUILT } from './support/server.ts';

/**
 * Says at once what is missing, instead of in every file; empties the folder of the last run's pictures; prepares the folder
 * that every file's server begins with. The returned function removes that.
 */
export default async function setup(): Promise<() => Promise<void>> {
  for (const path of Object.values(BUILT)) {
    await access(path).catch(() => {
      throw new Error(`The journeys need the built apps, and ${path} is not there. Run them with: npm test`);
    });
  }
  await rm(OUTPUT, { recursive: true, force: true });
  await mkdir(OUTPUT, { recursive: true });
  return prepareFolder();
}
