import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Audience } from '@sallyport/contracts/common';
import { createDatabase, type Database, MIGRATIONS_DIR } from '@sallyport/db';
import { startEmbedded } from '@sallyport/db/embedded';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUDIT_KEY_PLACE } from '../audit/seal-entries.ts';
import { keyPlace, seedPlace } from '../features/factors/sealed-factor.service.ts';
import { keyPurpose } from '../files/owner-key.ts';
import { unwrapKey, wrapKey } from '../files/wrapped-key.ts';
import { createLogger } from '../log.ts';
import { mailPlace } from '../mail/mail-kinds.ts';
import { MAIL_SETTING_PLACE } from '../mail/mail-server.ts';
import { Sealer } from '../secrets/sealer.ts';
import { nextKeyPath } from '../start/demand-own-key.ts';
import { type Configuration, readConfiguration } from '../start/env.ts';
import { keysOf, masterKeyFrom } from '../start/keys.ts';
import { keepOldPepper, readOldPepper } from '../start/old-peppers.ts';
import { startSallyport } from '../start/start.ts';
import { AdminError } from './admin-error.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const PASSWORD = 'eleven patient storks over mud';
const DATA_KEY = Buffer.alloc(32, 9);
const CHAIN_KEY = Buffer.alloc(32, 9);
const SEED = Buffer.alloc(20, 5);
const CREDENTIAL = Buffer.alloc(32, 6);
const PUBLIC_KEY = Buffer.alloc(77, 7);
const SEEDED = '00000000-0000-4000-8000-00000000000a';
const MAIL = '00000000-0000-4000-8000-00000000000b';

let dataDir: string;
let configuration: Configuration;
let company: string;

/** A database of its own with its own roles: a rotation changes the passwords of the whole cluster's. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sallyport-rotation-'));
  configuration = readConfiguration(
    {
      SALLYPORT_DATA_DIR: dataDir,
      SALLYPORT_STAFF_PORT: String(await freePort()),
      SALLYPORT_PORTAL_PORT: String(await freePort()),
    },
    [],
    dataDir,
  );
  await served(async (setupLink) => {
    const secret = setupLink?.split('#')[1];
    const input = {
      secret,
      firmName: 'Firm',
      displayName: 'Ada',
      email: 'ada@firm.example',
      password: PASSWORD,
    };
    expect(await post('setup.completeSetup', input)).toBe(200);
  });
  await asOwner(plant);
}, 120_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const command = (text: string) => runCommand(readArguments(text.split(' ')), configuration, {});
const masterKey = () => masterKeyFrom(dataDir).key;

describe('L1 rotation of the master key', { timeout: 240_000 }, () => {
  test('a rehearsal opens everything and changes nothing', async () => {
    const before = keyFiles();
    expect(await command('rotate-key --dry-run')).toMatch(
      /1 keys of files, 1 seeds, 1 passkeys, \d+ waiting mails, 1 mail servers/,
    );
    expect(keyFiles()).toEqual(before);
    await asOwner((client) => expectUnder(client, masterKey()));
  });

  test('it is refused while Sallyport runs', async () => {
    const before = keyFiles();
    await served(async () => {
      await expect(command('rotate-key --yes')).rejects.toThrow(/Stop it first/);
    });
    expect(keyFiles()).toEqual(before);
  });

  test('it is refused, whole, when a secret does not open', async () => {
    const [before, key] = [keyFiles(), masterKey()];
    await asOwner((client) => client.query('UPDATE totp_factor SET sealed_seed = $1', [Buffer.alloc(60)]));
    await expect(command('rotate-key --yes')).rejects.toThrow(/totp_factor .* does not open/);
    await asOwner(async (client) => {
      const sealed = new Sealer(keysOf(key).staff.seals).seal('factors', SEED, seedPlace(SEEDED));
      await client.query('UPDATE totp_factor SET sealed_seed = $1', [sealed]);
      await expectUnder(client, key);
    });
    expect(keyFiles()).toEqual(before);
  });

  test('everything moves to the new key, and old passwords still open the door and then move too', async () => {
    const old = masterKey();
    expect(await command('rotate-key --yes')).toMatch(/Keep a copy of keys\/master.key elsewhere/);
    expect(masterKey().equals(old)).toBe(false);
    const kept = join(dataDir, 'keys/pepper-staff.1');
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    // What stays behind is the pepper alone: nothing else can be derived from it.
    expect(readOldPepper(dataDir, Audience.Staff, 1).equals(keysOf(old).staff.pepper)).toBe(true);
    await asOwner((client) => expectUnder(client, masterKey()));

    expect(await pepperVersion()).toBe(1);
    await served(async () => {
      expect(await post('auth.signIn', { identifier: 'ada@firm.example', password: `${PASSWORD}s` })).toBe(
        401,
      );
      expect(await post('auth.signIn', { identifier: 'ada@firm.example', password: PASSWORD })).toBe(200);
    });
    expect(await pepperVersion()).toBe(2);
    await served(async () => {
      expect(await post('auth.signIn', { identifier: 'ada@firm.example', password: PASSWORD })).toBe(200);
    });
    const rows = await asOwner((client) =>
      client
        .query(`SELECT door, after FROM audit_entry WHERE action = 'keys.rotated'`)
        .then(({ rows }) => rows),
    );
    expect(rows).toEqual([
      {
        door: 'CLI',
        after: {
          fileKeys: 1,
          seeds: 1,
          passkeys: 1,
          mails: expect.any(Number),
          mailSettings: 1,
          auditKeys: 1,
        },
      },
    ]);

    await expectAnotherKeyIsRefused();
    await expectInterruptionIsFinished();
    await expectOldPepperIsNeeded();
  });
});

/** It would give the roles wrong passwords and open none of the files. */
async function expectAnotherKeyIsRefused(): Promise<void> {
  const path = join(dataDir, 'keys/master.key');
  const right = readFileSync(path);
  writeFileSync(path, `${Buffer.alloc(32, 1).toString('base64')}\n`);
  await expect(served(async () => {})).rejects.toThrow(/not the one that the database belongs to/);
  writeFileSync(path, right);
}

/** The database says which of two keys counts. */
async function expectInterruptionIsFinished(): Promise<void> {
  const path = nextKeyPath(dataDir);
  writeFileSync(path, `${Buffer.alloc(32, 2).toString('base64')}\n`);
  await expect(served(async () => {})).rejects.toThrow(/--finish/);
  await expect(command('rotate-key --yes')).rejects.toThrow(/Finish it first/);
  expect(await command('rotate-key --finish')).toMatch(/still under the old master key/);

  const present = masterKey();
  writeFileSync(path, `${present.toString('base64')}\n`);
  writeFileSync(join(dataDir, 'keys/master.key'), `${Buffer.alloc(32, 3).toString('base64')}\n`);
  expect(await command('rotate-key --finish')).toMatch(/new master key is in its place/);
  expect(masterKey().equals(present)).toBe(true);
  await expect(command('rotate-key --finish')).rejects.toThrow(AdminError);
}

/** As long as a password was made under it. */
async function expectOldPepperIsNeeded(): Promise<void> {
  const pepper = readOldPepper(dataDir, Audience.Staff, 1);
  rmSync(join(dataDir, 'keys/pepper-staff.1'));
  await served(async () => {});
  await asOwner((client) => client.query('UPDATE credential SET pepper_version = 1'));
  await expect(served(async () => {})).rejects.toThrow(/pepper-staff.1 is missing/);
  keepOldPepper(dataDir, Audience.Staff, 1, pepper);
  await served(async () => {});
}

/** What lies in the folder of keys, byte for byte. */
function keyFiles(): Record<string, string> {
  const folder = join(dataDir, 'keys');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

type Owner = Database['pool'];

/** Runs the server for the while. */
async function served(work: (setupLink: string | null) => Promise<void>): Promise<void> {
  const running = await startSallyport(configuration, {
    log: createLogger(() => undefined),
    migrationsDir: MIGRATIONS_DIR,
    webFolders: null,
    isStrict: true,
  });
  try {
    await work(running.facts.setupLink);
  } finally {
    await running.stop();
  }
}

async function post(procedure: string, input: object): Promise<number> {
  const answer = await fetch(`${configuration.staff.url}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(input),
  });
  return answer.status;
}

async function asOwner<Result>(work: (client: Owner) => Promise<Result>): Promise<Result> {
  const embedded = await startEmbedded({ dataDir });
  const db = createDatabase({ url: embedded.ownerUrl });
  try {
    return await work(db.pool);
  } finally {
    await db.close();
    await embedded.stop();
  }
}

/** One of everything that lies under a key. */
async function plant(client: Owner): Promise<void> {
  const { staff } = keysOf(masterKey());
  const sealer = new Sealer(staff.seals);
  const { rows } = await client.query(`SELECT id FROM company WHERE kind = 'INTERNAL'`);
  company = rows[0].id;
  await client.query(
    `INSERT INTO account (id, audience, company_id, company_kind, display_name, email, status, activated_at)
     VALUES ($1, 'STAFF', $2, 'INTERNAL', 'Seeded', 'seeded@firm.example', 'ACTIVE', now())`,
    [SEEDED, company],
  );
  await client.query(
    `INSERT INTO totp_factor (account_id, sealed_seed, confirmed_at) VALUES ($1, $2, now())`,
    [SEEDED, sealer.seal('factors', SEED, seedPlace(SEEDED))],
  );
  await client.query(
    `INSERT INTO passkey (account_id, audience, credential_id, public_key, name) VALUES ($1, 'STAFF', $2, $3, 'Key')`,
    [SEEDED, CREDENTIAL, sealer.seal('factors', PUBLIC_KEY, keyPlace(SEEDED, CREDENTIAL))],
  );
  const place = { companyId: company, projectId: null };
  await client.query(
    `INSERT INTO file_key (id, company_id, store, wrapped) VALUES (gen_random_uuid(), $1, 'INSIDE', $2)`,
    [company, wrapKey(staff.files, DATA_KEY, keyPurpose(place, 'INSIDE'))],
  );
  await client.query(
    `INSERT INTO mail (id, door, kind, account_id, recipient, sealed, next_try_at)
     VALUES ($1, 'STAFF', 'test', $2, 'seeded@firm.example', $3, now() + interval '1 day')`,
    [MAIL, SEEDED, sealer.seal('mail', 'words', mailPlace(MAIL))],
  );
  await client.query(
    `INSERT INTO mail_setting (host, port, security, authentication, sealed_secret, from_address)
     VALUES ('mail.example', 465, 'TLS', 'PASSWORD', $1, 'from@firm.example')`,
    [sealer.seal('settings', 'secret', MAIL_SETTING_PLACE)],
  );
  await client.query(
    'INSERT INTO audit_key (sealed) VALUES ($1) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed',
    [sealer.seal('settings', CHAIN_KEY, AUDIT_KEY_PLACE)],
  );
}

/** Everything opens under this key. */
async function expectUnder(client: Owner, key: Buffer): Promise<void> {
  const { staff } = keysOf(key);
  const sealer = new Sealer(staff.seals);
  const stored = async (sql: string): Promise<Buffer> => (await client.query(sql)).rows[0].bytes;
  const seed = await stored('SELECT sealed_seed AS bytes FROM totp_factor');
  expect(sealer.open('factors', seed, seedPlace(SEEDED)).equals(SEED)).toBe(true);
  const passkey = await stored('SELECT public_key AS bytes FROM passkey');
  expect(sealer.open('factors', passkey, keyPlace(SEEDED, CREDENTIAL)).equals(PUBLIC_KEY)).toBe(true);
  const wrapped = await stored('SELECT wrapped AS bytes FROM file_key');
  const purpose = keyPurpose({ companyId: company, projectId: null }, 'INSIDE');
  expect(unwrapKey(staff.files, wrapped, purpose).equals(DATA_KEY)).toBe(true);
  const mail = await stored(`SELECT sealed AS bytes FROM mail WHERE id = '${MAIL}'`);
  expect(sealer.open('mail', mail, mailPlace(MAIL)).toString()).toBe('words');
  const setting = await stored('SELECT sealed_secret AS bytes FROM mail_setting');
  expect(sealer.open('settings', setting, MAIL_SETTING_PLACE).toString()).toBe('secret');
  const chain = await stored('SELECT sealed AS bytes FROM audit_key');
  expect(sealer.open('settings', chain, AUDIT_KEY_PLACE).equals(CHAIN_KEY)).toBe(true);
}

function pepperVersion(): Promise<number> {
  return asOwner(async (client) => {
    const { rows } = await client.query(
      `SELECT pepper_version AS version FROM credential c JOIN account a ON a.id = c.account_id WHERE a.email = 'ada@firm.example'`,
    );
    return rows[0].version;
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
