import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { withClient } from './owner-client.ts';
import { ROLE, type RolePasswords, setRolePasswords } from './roles.ts';

interface Identified {
  id: string | number;
}
interface FileKeyPlace {
  companyId: string;
  projectId: string | null;
  store: 'INSIDE' | 'PORTAL';
}
interface FactorPlace {
  accountId: string;
  audience: 'STAFF' | 'CUSTOMER';
}

/** Puts one stored secret under the new keys. Each throws when the old key does not open it. */
export interface SecretConverters {
  fileKey(place: FileKeyPlace, wrapped: Buffer): Buffer;
  seed(place: FactorPlace, sealed: Buffer): Buffer;
  passkey(place: FactorPlace & { credentialId: Buffer }, sealed: Buffer): Buffer;
  mail(place: { id: string; door: 'STAFF' | 'PORTAL' }, sealed: Buffer): Buffer;
  mailSetting(sealed: Buffer): Buffer;
  auditKey(sealed: Buffer): Buffer;
}

export interface RotatedSecrets {
  fileKeys: number;
  seeds: number;
  passkeys: number;
  mails: number;
  mailSettings: number;
  auditKeys: number;
  /** The pepper that was used until now; from now on an old one. */
  oldPepperVersion: number;
}

/** Another process works on the database. */
export class DatabaseInUse extends Error {}

/** A stored secret does not open under the key that was given: where it lies. */
export class SecretNotOpened extends Error {
  constructor(table: string, id: string, cause: unknown) {
    super(`${table} ${id} does not open under the present master key`, { cause });
  }
}

/**
 * Re-seals all that lies under keys, gives the roles their new passwords and moves on the pepper: in one transaction, of
 * which a dry run undoes everything. Writes what it did to the audit.
 *
 * Throws DatabaseInUse while a door or the worker is connected, SecretNotOpened.
 */
export function rotateSecrets(
  ownerUrl: string,
  change: {
    convert: SecretConverters;
    passwords: RolePasswords;
    /** Says from now on which master key this database belongs to. */
    fingerprint: Buffer;
    isDryRun: boolean;
  },
): Promise<RotatedSecrets> {
  return withClient(ownerUrl, async (client) => {
    await client.query('BEGIN');
    try {
      await demandAlone(client);
      await client.query(
        'LOCK TABLE file_key, totp_factor, passkey, mail, mail_setting, audit_key, security_policy IN EXCLUSIVE MODE',
      );
      const counts = await reseal(client, change.convert);
      const { rows } = await client.query<{ version: number }>(
        `UPDATE security_policy SET pepper_version = pepper_version + 1, key_fingerprint = $1
         RETURNING pepper_version - 1 AS version`,
        [change.fingerprint],
      );
      await setRolePasswords(client, change.passwords);
      await client.query(
        `INSERT INTO audit_entry (door, action, outcome, object_type, request_id, after)
         VALUES ('CLI', 'keys.rotated', 'ALLOWED', 'installation', $1, $2)`,
        [`admin-${randomUUID()}`, JSON.stringify(counts)],
      );
      await client.query(change.isDryRun ? 'ROLLBACK' : 'COMMIT');
      return { ...counts, oldPepperVersion: rows[0]?.version ?? 1 };
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
}

/** Which master key the database belongs to, once one was exchanged; null before, and in a new database. */
export function readKeyFingerprint(ownerUrl: string): Promise<Buffer | null> {
  return withClient(ownerUrl, async (client) => {
    const { rows: known } = await client.query<{ isThere: boolean }>(
      `SELECT EXISTS (SELECT FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = 'security_policy' AND column_name = 'key_fingerprint') AS "isThere"`,
    );
    if (!known[0]?.isThere) return null;
    const { rows } = await client.query<{ fingerprint: Buffer | null }>(
      'SELECT key_fingerprint AS fingerprint FROM security_policy',
    );
    return rows[0]?.fingerprint ?? null;
  });
}

async function demandAlone(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = ANY($1) LIMIT 1`,
    [Object.values(ROLE)],
  );
  if (rows.length > 0) throw new DatabaseInUse('a door or the worker is connected to the database');
}

/**
 * Every column of bytes: what lies under a key derived from the master key, and so moves with it, and what does not. A test
 * compares this with the catalogue.
 */
export const BYTES: Readonly<Record<string, 'rotated' | 'stays'>> = {
  'file_key.wrapped': 'rotated',
  'totp_factor.sealed_seed': 'rotated',
  'passkey.public_key': 'rotated',
  'mail.sealed': 'rotated',
  'mail_setting.sealed_secret': 'rotated',
  'audit_key.sealed': 'rotated',
  'api_token.secret_hash': 'stays',
  'audit_checkpoint.signature': 'stays',
  'audit_checkpoint.tag': 'stays',
  'audit_seal.tag': 'stays',
  'credential.salt': 'stays',
  'credential.verifier': 'stays',
  'known_device.secret_hash': 'stays',
  'one_time_link.secret_hash': 'stays',
  'passkey.credential_id': 'stays',
  'passkey.proof': 'stays',
  'passkey_challenge.challenge': 'stays',
  'pending_sign_in.secret_hash': 'stays',
  'recovery_code.code_hash': 'stays',
  'security_policy.key_fingerprint': 'stays',
  'session.secret_hash': 'stays',
  'sign_in_attempt.identifier_hash': 'stays',
  'stored_file.sha256': 'stays',
  'totp_factor.proof': 'stays',
};

async function reseal(
  client: pg.Client,
  convert: SecretConverters,
): Promise<Omit<RotatedSecrets, 'oldPepperVersion'>> {
  const of =
    'account_id AS "accountId", (SELECT a.audience FROM account AS a WHERE a.id = account_id) AS audience';
  return {
    fileKeys: await each<FileKeyPlace & Identified>(
      client,
      {
        table: 'file_key',
        column: 'wrapped',
        places: 'company_id AS "companyId", project_id AS "projectId", store',
      },
      convert.fileKey,
    ),
    seeds: await each<FactorPlace & Identified>(
      client,
      { table: 'totp_factor', column: 'sealed_seed', places: of },
      convert.seed,
    ),
    passkeys: await each<FactorPlace & { credentialId: Buffer } & Identified>(
      client,
      { table: 'passkey', column: 'public_key', places: `${of}, credential_id AS "credentialId"` },
      convert.passkey,
    ),
    mails: await each<{ id: string; door: 'STAFF' | 'PORTAL' }>(
      client,
      { table: 'mail', column: 'sealed', places: 'door' },
      convert.mail,
    ),
    mailSettings: await each<Identified>(
      client,
      { table: 'mail_setting', column: 'sealed_secret', places: 'version' },
      (_row, sealed) => convert.mailSetting(sealed),
    ),
    auditKeys: await each<Identified>(
      client,
      { table: 'audit_key', column: 'sealed', places: 'created_at' },
      (_row, sealed) => convert.auditKey(sealed),
    ),
  };
}

/** Converts a column of a table row by row. Names are ours, never a caller's. */
async function each<Row extends Identified>(
  client: pg.Client,
  { table, column, places }: { table: string; column: string; places: string },
  convert: (row: Row, sealed: Buffer) => Buffer,
): Promise<number> {
  const { rows } = await client.query<Row & { sealed: Buffer }>(
    `SELECT id, ${places}, ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL ORDER BY id`,
  );
  for (const row of rows) {
    await client.query(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [
      row.id,
      converted(table, row, convert),
    ]);
  }
  return rows.length;
}

function converted<Row extends Identified>(
  table: string,
  row: Row & { sealed: Buffer },
  convert: (row: Row, sealed: Buffer) => Buffer,
): Buffer {
  try {
    return convert(row, row.sealed);
  } catch (error) {
    throw new SecretNotOpened(table, String(row.id), error);
  }
}
