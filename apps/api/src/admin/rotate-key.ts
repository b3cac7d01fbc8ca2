import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Audience } from '@sallyport/contracts/common';
import {
  DatabaseInUse,
  type RotatedSecrets,
  readKeyFingerprint,
  rotateSecrets,
  type SecretConverters,
  SecretNotOpened,
} from '@sallyport/db/identity';
import { AUDIT_KEY_PLACE } from '../audit/seal-entries.ts';
import { keyPlace, seedPlace } from '../features/factors/sealed-factor.service.ts';
import { keyPurpose } from '../files/owner-key.ts';
import { unwrapKey, wrapKey } from '../files/wrapped-key.ts';
import { mailPlace } from '../mail/mail-kinds.ts';
import { MAIL_SETTING_PLACE } from '../mail/mail-server.ts';
import { Sealer } from '../secrets/sealer.ts';
import { nextKeyPath } from '../start/demand-own-key.ts';
import { keysOf } from '../start/keys.ts';
import { keepOldPepper } from '../start/old-peppers.ts';
import { AdminError } from './admin-error.ts';

export interface Rotation {
  ownerUrl: string;
  dataDir: string;
  oldKey: Buffer;
  /** Given when the key comes from the environment; null makes one and puts its file in the place of the old one. */
  newKey: Buffer | null;
  isDryRun: boolean;
}

/**
 * Puts everything under a new master key: data keys of files, seeds, pending mail, the mail server's secret, passwords of
 * the database's roles. Passwords of people stay checkable through the old pepper, which is kept, and move to the new one
 * as they are typed. What is in the database changes in one transaction; the key's file follows, and if that is
 * interrupted `finishRotation` says which of the two counts.
 * @throws AdminError with what to do
 */
export async function rotateKey({
  ownerUrl,
  dataDir,
  oldKey,
  newKey,
  isDryRun,
}: Rotation): Promise<RotatedSecrets> {
  if (newKey === null && existsSync(nextKeyPath(dataDir))) {
    throw new AdminError('An earlier rotation was interrupted. Finish it first, with rotate-key --finish.');
  }
  if (newKey?.equals(oldKey)) throw new AdminError('The new master key is the old one.');
  const key = newKey ?? randomBytes(32);
  const [before, after] = [keysOf(oldKey), keysOf(key)];
  const change = {
    convert: converters(before, after),
    passwords: after.passwords,
    fingerprint: after.fingerprint,
  };
  // The rehearsal opens every secret under the old key before anything is written anywhere.
  const tried = await explained(() => rotateSecrets(ownerUrl, { ...change, isDryRun: true }));
  if (isDryRun) return tried;
  keepOldPepper(dataDir, Audience.Staff, tried.oldPepperVersion, before.staff.pepper);
  keepOldPepper(dataDir, Audience.Customer, tried.oldPepperVersion, before.portal.pepper);
  if (newKey === null) {
    writeFileSync(nextKeyPath(dataDir), `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const done = await explained(() => rotateSecrets(ownerUrl, { ...change, isDryRun: false }));
  if (newKey === null) renameSync(nextKeyPath(dataDir), masterKeyPath(dataDir));
  return done;
}

/**
 * Ends an interrupted rotation: the database says which key it belongs to.
 * @returns which key counts now
 */
export async function finishRotation(ownerUrl: string, dataDir: string): Promise<'new' | 'old'> {
  const path = nextKeyPath(dataDir);
  if (!existsSync(path)) throw new AdminError('No rotation was interrupted: there is nothing to finish.');
  const waiting = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  const known = await readKeyFingerprint(ownerUrl);
  if (known?.equals(keysOf(waiting).fingerprint)) {
    renameSync(path, masterKeyPath(dataDir));
    return 'new';
  }
  rmSync(path);
  return 'old';
}

function masterKeyPath(dataDir: string): string {
  return join(dataDir, 'keys', 'master.key');
}

type DerivedKeys = ReturnType<typeof keysOf>;

function converters(before: DerivedKeys, after: DerivedKeys): SecretConverters {
  const files = (keys: DerivedKeys, store: 'INSIDE' | 'PORTAL') =>
    store === 'INSIDE' ? keys.staff.files : keys.portal.files;
  const seals = (keys: DerivedKeys) => ({
    staff: new Sealer(keys.staff.seals),
    portal: new Sealer(keys.portal.seals),
  });
  const [old, fresh] = [seals(before), seals(after)];
  const moved = (
    door: 'staff' | 'portal',
    purpose: 'factors' | 'mail' | 'settings',
    sealed: Buffer,
    place: string,
  ) => fresh[door].seal(purpose, old[door].open(purpose, sealed, place), place);
  return {
    fileKey({ companyId, projectId, store }, wrapped) {
      const purpose = keyPurpose({ companyId, projectId }, store);
      return wrapKey(files(after, store), unwrapKey(files(before, store), wrapped, purpose), purpose);
    },
    seed: ({ accountId, audience }, sealed) =>
      moved(audience === Audience.Staff ? 'staff' : 'portal', 'factors', sealed, seedPlace(accountId)),
    passkey: ({ accountId, audience, credentialId }, sealed) =>
      moved(
        audience === Audience.Staff ? 'staff' : 'portal',
        'factors',
        sealed,
        keyPlace(accountId, credentialId),
      ),
    mail: ({ id, door }, sealed) =>
      moved(door === 'STAFF' ? 'staff' : 'portal', 'mail', sealed, mailPlace(id)),
    mailSetting: (sealed) => moved('staff', 'settings', sealed, MAIL_SETTING_PLACE),
    auditKey: (sealed) => moved('staff', 'settings', sealed, AUDIT_KEY_PLACE),
  };
}

async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseInUse) {
      throw new AdminError('Sallyport is running on this database. Stop every process of it first.');
    }
    if (error instanceof SecretNotOpened) {
      throw new AdminError(
        `${error.message}. Nothing was changed. Is it the right key, and is this row damaged?`,
      );
    }
    throw error;
  }
}
