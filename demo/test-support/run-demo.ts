import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { choosePorts } from '../house/ports.ts';

const DEMO = fileURLToPath(new URL('../../scripts/demo.mjs', import.meta.url));

const Persona = z.strictObject({
  key: z.string(),
  door: z.enum(['staff', 'portal']),
  email: z.string(),
  password: z.string(),
  totpSecret: z.string().nullable(),
  recoveryCode: z.string().nullable(),
  groups: z.array(z.string()),
  company: z.string().nullable(),
});
type Persona = z.infer<typeof Persona>;

/** The line that other programs read. */
const Facts = z.strictObject({
  staff: z.string(),
  portal: z.string(),
  personas: z.array(Persona),
  tokens: z.array(
    z.strictObject({ key: z.string(), token: z.string(), scopes: z.array(z.string()), owner: z.string() }),
  ),
});

/** A temporary folder of its own, so that what is left behind shows. */
export async function temporaryFolder(): Promise<
  { path: string; list(): Promise<string[]> } & AsyncDisposable
> {
  const path = await mkdtemp(join(tmpdir(), 'sallyport-for-demo-'));
  await chmod(path, 0o711);
  return {
    path,
    list: () => readdir(path),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

/** Runs `npm run demo` to its end. */
export async function runDemoCommand(
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<{ code: number; stdout: string; stderr: string }> {
  const demo = await launch(env, args);
  const [code] = await demo.exit;
  return { code: Number(code), ...demo.printed() };
}

/** Starts the demo for other programs and waits for its line. */
export async function startDemo(temporary: string) {
  const [staff, portal] = await choosePorts([0, 0]);
  const ports = { SALLYPORT_STAFF_PORT: String(staff), SALLYPORT_PORTAL_PORT: String(portal) };
  const demo = await launch({ ...ports, TMPDIR: temporary }, ['--json']);
  const line = await Promise.race([
    demo.line,
    demo.exit.then(() => Promise.reject(new Error(`The demo ended:\n${demo.printed().stderr}`))),
  ]);
  const facts = Facts.parse(JSON.parse(line));
  const persona = (key: string): Persona => {
    const found = facts.personas.find((each) => each.key === key);
    if (!found) throw new Error(`There is no persona ${key}.`);
    return found;
  };
  return {
    facts,
    persona,
    urlOf: ({ door }: Persona) => facts[door],
    stdout: () => demo.printed().stdout,
    /** As Ctrl-C does. @returns the exit code */
    async stop(): Promise<number> {
      demo.interrupt();
      const [code] = await demo.exit;
      return Number(code);
    },
  };
}

async function launch(env: Record<string, string>, args: readonly string[]) {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('SALLYPORT_') && name !== 'DATABASE_URL',
  );
  const child = spawn(process.execPath, [DEMO, ...args], {
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  const { promise: line, resolve } = promised<string>();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
    if (text.stdout.includes('\n')) resolve(text.stdout);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  return { line, exit: once(child, 'close'), printed: () => text, interrupt: () => child.kill('SIGINT') };
}

function promised<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
