import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from '@sallyport/contracts/common';
import { ConfigurationError } from './env.ts';

const DOOR = { STAFF: 'staff', CUSTOMER: 'portal' } as const;

function pathOf(dataDir: string, audience: Audience, version: number): string {
  return join(dataDir, 'keys', `pepper-${DOOR[audience]}.${version}`);
}

/**
 * The pepper of an earlier master key, which passwords that were not typed since then still need.
 * @throws ConfigurationError when its file is not there or damaged
 */
export function readOldPepper(dataDir: string, audience: Audience, version: number): Buffer {
  const path = pathOf(dataDir, audience, version);
  const pepper = existsSync(path) ? Buffer.from(readFileSync(path, 'utf8').trim(), 'base64') : null;
  if (pepper?.length === 32) return pepper;
  throw new ConfigurationError([
    `${path} is ${pepper === null ? 'missing' : 'damaged'}. Some passwords were made under this old key and cannot be checked without it. Put back your copy of it.`,
  ]);
}

/** Keeps the pepper of a master key that goes (file mode 0600). The same one may be there from an interrupted try. */
export function keepOldPepper(dataDir: string, audience: Audience, version: number, pepper: Buffer): void {
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  const path = pathOf(dataDir, audience, version);
  if (existsSync(path) && readOldPepper(dataDir, audience, version).equals(pepper)) return;
  writeFileSync(path, `${pepper.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
}
