import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SealPurpose } from '../secrets/sealer.ts';
import type { RolePasswords } from './database.ts';
import { type Configuration, ConfigurationError } from './env.ts';

/** What one door derives from its own key. A portal process can compute the portal's alone. */
export interface DoorKeys {
  /** Mixed into every password tag; never in the database. */
  pepper: Buffer;
  /** Password of the door's database role. */
  databasePassword: string;
  /** For values that must look stable and random to outsiders, such as the salt of an account that does not exist. */
  blindingKey: Buffer;
  /** Wraps the data keys of files in this door's store. */
  files: Buffer;
  /** What the door seals before it is stored; see secrets/sealer.ts. */
  seals: Readonly<Record<SealPurpose, Buffer>>;
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `sallyport/${purpose}`, 32));
}

/** The portal's key, derived from the master key; all that a portal process ever gets. */
export function portalKeyOf(masterKey: Buffer): Buffer {
  return derive(masterKey, 'portal');
}

/** The staff door's key. */
function staffKeyOf(masterKey: Buffer): Buffer {
  return derive(masterKey, 'staff');
}

function doorKeys(doorKey: Buffer): DoorKeys {
  return {
    pepper: derive(doorKey, 'password-pepper'),
    databasePassword: derive(doorKey, 'database-password').toString('base64url'),
    blindingKey: derive(doorKey, 'blinding'),
    files: derive(doorKey, 'files'),
    seals: {
      factors: derive(doorKey, 'factors'),
      mail: derive(doorKey, 'mail'),
      settings: derive(doorKey, 'settings'),
    },
  };
}

/** Password of the role under which jobs run. */
function jobsPassword(masterKey: Buffer): string {
  return derive(masterKey, 'jobs-database-password').toString('base64url');
}

/**
 * Reads the master key from the data folder, or makes it at first start (file mode 0600).
 * @throws ConfigurationError when the file is not a key
 */
export function masterKeyFrom(dataDir: string): { key: Buffer; path: string; isNew: boolean } {
  const folder = join(dataDir, 'keys');
  const path = join(folder, 'master.key');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const key = randomBytes(32);
    writeFileSync(path, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    return { key, path, isNew: true };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== 32) {
    throw new ConfigurationError([
      `${path} is damaged. Put back your copy of it: without it nobody's password can be checked.`,
    ]);
  }
  return { key, path, isNew: false };
}

export interface Keys {
  /** Null in a portal process, which cannot derive them. */
  staff: DoorKeys | null;
  portal: DoorKeys;
  /** Passwords of every role, for the process that keeps the database. */
  passwords: RolePasswords | null;
  /** Says which master key it is and gives nothing of it away; null in a portal process. */
  fingerprint: Buffer | null;
  /** Where the master key lies, when it is a file. */
  path: string | null;
  isNew: boolean;
}

/** The keys that this process may hold: all from the master key, or the portal's alone. */
export function readKeys(configuration: Configuration): Keys {
  if (configuration.only === 'portal') {
    if (configuration.portalKey === null)
      throw new ConfigurationError(['A portal process needs SALLYPORT_PORTAL_KEY.']);
    return {
      staff: null,
      portal: doorKeys(configuration.portalKey),
      passwords: null,
      fingerprint: null,
      path: null,
      isNew: false,
    };
  }
  const given = configuration.masterKey;
  const master = given ? { key: given, path: null, isNew: false } : masterKeyFrom(configuration.dataDir);
  return { ...keysOf(master.key), path: master.path, isNew: master.isNew };
}

/** Everything that is derived from a master key. */
export function keysOf(masterKey: Buffer): {
  staff: DoorKeys;
  portal: DoorKeys;
  passwords: RolePasswords;
  fingerprint: Buffer;
} {
  const staff = doorKeys(staffKeyOf(masterKey));
  const portal = doorKeys(portalKeyOf(masterKey));
  const passwords = {
    staff: staff.databasePassword,
    portal: portal.databasePassword,
    jobs: jobsPassword(masterKey),
  };
  return { staff, portal, passwords, fingerprint: derive(masterKey, 'fingerprint') };
}
