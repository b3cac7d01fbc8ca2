import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './env.ts';

/** A folder with this file in it was made for a demo, and is removed with it. */
const MARK = 'demo';

/**
 * Keeps demos and real installations apart: each starts on folders of its own kind only.
 * @throws ConfigurationError that says what to do
 */
export function demandDemoMark({ isDemo, dataDir }: { isDemo: boolean; dataDir: string }): void {
  const isMarked = lstatSync(join(dataDir, MARK), { throwIfNoEntry: false })?.isFile() === true;
  if (isDemo && !isMarked) {
    throw new ConfigurationError([
      `The data folder ${dataDir} was not made for a demo, so no demo starts on it. Run npm run demo, which makes one of its own.`,
    ]);
  }
  if (!isDemo && isMarked) {
    throw new ConfigurationError([
      `The data folder ${dataDir} belongs to a demo and its passwords are known: it must not hold real work. Set SALLYPORT_DATA_DIR to another folder.`,
    ]);
  }
}
