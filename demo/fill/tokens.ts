import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type House, resident } from './house.ts';

const ADMIN_PROGRAM = fileURLToPath(new URL('../../apps/api/dist/admin.js', import.meta.url));
const DAYS = 30;
const TOKEN = /sp_\S+/;

/** A token for other tools. */
export interface DemoToken {
  key: string;
  token: string;
  scopes: readonly string[];
  /** E-mail address of whoever it acts for. */
  owner: string;
}

const TOKENS: readonly { key: string; owner: string; scopes: readonly string[] }[] = [
  { key: 'tester', owner: 'tester', scopes: ['manage-projects:ASSIGNED'] },
  { key: 'manager', owner: 'manager', scopes: ['manage-projects:ALL'] },
];

/** Tokens made with the server's own command line, beside the running server. */
export async function makeTokens(house: House, env: NodeJS.ProcessEnv): Promise<DemoToken[]> {
  const made: DemoToken[] = [];
  for (const { key, owner, scopes } of TOKENS) {
    const { email } = resident(house, owner);
    made.push({ key, owner: email, scopes, token: await createToken(email, scopes, env) });
  }
  return made;
}

async function createToken(
  email: string,
  scopes: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const args = ['create-token', '--for', email, '--scopes', scopes.join(','), '--days', String(DAYS)];
  const program = [ADMIN_PROGRAM, ...args, '--name', 'Demo'];
  const { stdout } = await promisify(execFile)(process.execPath, program, { env });
  const token = TOKEN.exec(stdout)?.[0];
  if (token === undefined) throw new Error(`No token was printed: ${stdout}`);
  return token;
}
