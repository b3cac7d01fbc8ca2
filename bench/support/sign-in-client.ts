import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { SignInServerOptions } from './sign-in-server.ts';

/** Starts the server's process and waits until it listens. */
export async function startSignInServer(options: SignInServerOptions): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('./sign-in-server.ts', import.meta.url));
  // The same loader for TypeScript as this process has.
  const child = spawn(process.execPath, [...process.execArgv, file], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  child.send(options);
  const [message]: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof message !== 'object') throw new Error('the server of the benchmark did not start');
  return child;
}

const agent = new Agent({ keepAlive: true });
let asked = 0;

/** Signs in once, from an address that nobody used before. Returns the status and how long it took, in milliseconds. */
export function signInOnce(
  port: number,
  identifier: string,
  password: string,
): Promise<{ status: number; ms: number }> {
  asked += 1;
  const from = `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
  const body = JSON.stringify({ identifier, password });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'sec-fetch-site': 'same-origin',
    'x-forwarded-for': from,
  };
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const sent = request(
      { host: 'localhost', port, path: '/trpc/auth.signIn', method: 'POST', headers, agent },
      (answer) => {
        answer.resume();
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, ms: performance.now() - startedAt }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
