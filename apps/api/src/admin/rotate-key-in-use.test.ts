import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS_DIR } from '@sallyport/db';
import { describe, expect, test } from 'vitest';
import { pngOf } from '../doors/testing/evidence.ts';
import { totpOfSecret } from '../doors/testing/factors.ts';
import { createLogger } from '../log.ts';
import { openSmtpSink } from '../mail/testing/smtp-sink.ts';
import { type Configuration, readConfiguration } from '../start/env.ts';
import { startSallyport } from '../start/start.ts';
import { readArguments } from './read-arguments.ts';
import { runCommand } from './run-command.ts';

const EMAIL = 'ada@firm.example';
const PASSWORD = 'eleven patient storks over mud';
const SMTP = { name: 'robot', secret: 'what the mail server asks for' };
const NEW_KEY = 'SALLYPORT_NEW_MASTER_KEY';

type Environment = Readonly<Record<string, string>>;

/** A browser at the staff door: it keeps its cookies. */
class Browser {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor({ staff }: Configuration) {
    this.#url = staff.url;
  }

  /** @throws where the door refused */
  async call<Data>(procedure: string, input: object = {}): Promise<Data> {
    const answer = await this.#send(`/trpc/${procedure}`, JSON.stringify(input), {
      'content-type': 'application/json',
    });
    const body = (await answer.json()) as { result: { data: Data } };
    return body.result.data;
  }

  async upload(path: string, bytes: Buffer): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'file.png' };
    await this.#send(path, new Uint8Array(bytes), headers);
  }

  async download(path: string): Promise<Buffer<ArrayBuffer>> {
    return Buffer.from(await (await this.#send(path, null, {})).arrayBuffer());
  }

  async #send(
    path: string,
    body: string | Uint8Array<ArrayBuffer> | null,
    headers: Environment,
  ): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${this.#url}${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: { ...headers, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
      body,
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.#cookies.set(name, value);
    }
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }
}

/** An installation of its own, with its own database, for the while. */
async function openInstallation(settings: Environment) {
  const dataDir = mkdtempSync(join(tmpdir(), 'sallyport-in-use-'));
  const ports = {
    SALLYPORT_STAFF_PORT: String(await freePort()),
    SALLYPORT_PORTAL_PORT: String(await freePort()),
  };
  const configured = (more: Environment) =>
    readConfiguration({ SALLYPORT_DATA_DIR: dataDir, ...ports, ...more }, [], dataDir);
  return {
    command: (text: string, env: Environment) =>
      runCommand(readArguments(text.split(' ')), configured(settings), env),
    async served(work: (browser: Browser, setupLink: string | null) => Promise<void>, more = settings) {
      const configuration = configured(more);
      const running = await startSallyport(configuration, {
        log: createLogger(() => undefined),
        migrationsDir: MIGRATIONS_DIR,
        webFolders: null,
        isStrict: true,
      });
      try {
        await work(new Browser(configuration), running.facts.setupLink);
      } finally {
        await running.stop();
      }
    },
    async [Symbol.asyncDispose]() {
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const key = () => randomBytes(32).toString('base64');
const [OLD, NEW] = [key(), key()];

describe('L1: after a rotation of the master key', { timeout: 240_000 }, () => {
  test.each([
    { where: 'a file', before: {}, after: {}, given: {} },
    {
      where: 'the environment',
      before: { SALLYPORT_MASTER_KEY: OLD },
      after: { SALLYPORT_MASTER_KEY: NEW },
      given: { [NEW_KEY]: NEW },
    },
  ])(
    'files, authenticator app and mail server of before go on as they were: the key comes from $where',
    async ({ before, after, given }) => {
      await using sink = await openSmtpSink({ user: SMTP });
      await using house = await openInstallation(before);
      let totpSecret = '';
      let photo = '';
      let bytes: Buffer = Buffer.alloc(0);
      await house.served(async (browser, setupLink) => {
        const secret = setupLink?.split('#')[1];
        const who = { firmName: 'Firm', displayName: 'Ada', email: EMAIL, password: PASSWORD };
        await browser.call('setup.completeSetup', { secret, ...who });
        totpSecret = (await browser.call<{ secret: string }>('factors.startTotp')).secret;
        // With the code of the step before, so that the one of now is left for signing in.
        await browser.call('factors.confirmTotp', { code: totpOfSecret(totpSecret).codeAt(new Date(), -1) });
        await browser.call('mailSettings.update', {
          version: 0,
          host: 'localhost',
          port: sink.port,
          security: 'NONE',
          authentication: 'PASSWORD',
          username: SMTP.name,
          password: SMTP.secret,
          fromAddress: 'sallyport@firm.example',
          fromName: 'Firm',
          replyTo: '',
        });
        await browser.upload('/upload/photo', await pngOf(300, 300));
        const current = JSON.parse((await browser.download('/trpc/auth.getCurrent')).toString());
        photo = `/files/photos/${current.result.data.user.id}`;
        bytes = await browser.download(photo);
        expect(bytes.byteLength).toBeGreaterThan(50);
      });

      expect(await house.command('rotate-key --yes', given)).toContain('Under the new master key: ');
      expect(sink.signIns).toEqual([]);

      await house.served(async (browser) => {
        const signedIn = await browser.call('auth.signIn', { identifier: EMAIL, password: PASSWORD });
        expect(signedIn).toMatchObject({ next: 'factor' });
        const code = totpOfSecret(totpSecret).code();
        expect(await browser.call('auth.presentTotp', { code })).toEqual({ next: 'in' });
        expect((await browser.download(photo)).equals(bytes)).toBe(true);
        await browser.call('auth.confirmIdentity', { password: PASSWORD });
        expect(await browser.call('mailSettings.test')).toMatchObject({ problem: null, sentTo: EMAIL });
      }, after);
      expect(sink.signIns.at(-1)).toMatchObject({ username: SMTP.name, secret: SMTP.secret });
      expect(sink.received.flatMap(({ to }) => to)).toContain(EMAIL);
      // The old key opens the house no more.
      if (Object.keys(given).length > 0) {
        const old = house.served(async () => undefined, { SALLYPORT_MASTER_KEY: OLD });
        await expect(old).rejects.toThrow(/not the one that the database belongs to/);
      }
    },
  );

  test('a new key from the environment is demanded in full, and nothing changes without it', async () => {
    const settings = { SALLYPORT_MASTER_KEY: OLD };
    await using house = await openInstallation(settings);
    await house.served(async () => undefined);
    for (const given of [{}, { [NEW_KEY]: 'short' }]) {
      await expect(house.command('rotate-key --yes', given)).rejects.toThrow(new RegExp(NEW_KEY));
    }
    await expect(house.command('rotate-key --yes', { [NEW_KEY]: OLD })).rejects.toThrow(/is the old one/);
    await house.served(async () => undefined);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
