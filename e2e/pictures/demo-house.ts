import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const DEMO = fileURLToPath(new URL('../../scripts/demo.mjs', import.meta.url));

/** Somebody of the demo, as its line tells. */
export interface Persona {
  key: string;
  door: 'staff' | 'portal';
  email: string;
  password: string;
  recoveryCode: string | null;
}

/** The demo while it runs: a filled installation with both doors. */
export interface DemoHouse extends AsyncDisposable {
  urls: Readonly<Record<Persona['door'], string>>;
  persona(key: string): Persona;
}

/** Starts the demo on free ports and waits until it is filled. */
export async function startDemoHouse(): Promise<DemoHouse> {
  const [staffPort, portalPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [DEMO, '--json'], {
    env: { ...process.env, SALLYPORT_STAFF_PORT: staffPort, SALLYPORT_PORTAL_PORT: portalPort },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'close');
  let text = '';
  const line = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) resolve(text);
    });
  });
  const ended = exit.then(() => Promise.reject(new Error('the demo ended before it was ready')));
  const facts: { staff: string; portal: string; personas: Persona[] } = JSON.parse(
    await Promise.race([line, ended]),
  );
  return {
    urls: { staff: facts.staff, portal: facts.portal },
    persona(key) {
      const found = facts.personas.find((each) => each.key === key);
      if (!found) throw new Error(`the demo has no persona ${key}`);
      return found;
    },
    async [Symbol.asyncDispose]() {
      ended.catch(() => undefined);
      child.kill('SIGINT');
      await exit;
    },
  };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return String(address.port);
}
