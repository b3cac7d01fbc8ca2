import { fill } from './fill/fill.ts';
import type { House } from './fill/house.ts';
import { newPassword } from './fill/password.ts';
import { makeTokens } from './fill/tokens.ts';
import { makeDataFolder } from './house/data-folder.ts';
import { portsToTry, serverEnvironment } from './house/environment.ts';
import { choosePorts } from './house/ports.ts';
import { type DemoServer, ServerEnded, startServer } from './house/server.ts';
import { type DemoFacts, jsonLine, summary } from './print.ts';

/** How the demo tells what it does, and until when it runs. */
interface DemoOptions {
  isJson: boolean;
  stop: AbortSignal;
  say: (words: string) => void;
}

/**
 * Runs the demo until it is asked to stop, and leaves nothing behind.
 * @returns the exit code
 */
export async function runDemo({ isJson, stop, say }: DemoOptions): Promise<number> {
  const startedAt = performance.now();
  await using folder = await makeDataFolder();
  const ports = await choosePorts(portsToTry(process.env));
  const env = serverEnvironment(process.env, { dataFolder: folder.path, ports });
  say('Server and database');
  let server: DemoServer;
  try {
    server = await startServer(env);
  } catch (error) {
    if (!(error instanceof ServerEnded)) throw error;
    say(`\n  ${error.message}\n`);
    return error.exitCode;
  }
  try {
    const house = emptyHouse(env, ports);
    const prepared = prepare(house, server, { say, env, startedAt });
    const facts = await Promise.race([prepared, untilStopped(stop), server.ended.then(() => null)]);
    // Whatever the rest of it says once the server is gone is of no interest.
    prepared.catch(() => undefined);
    if (facts === null) return exitCode(stop, say);
    process.stdout.write(isJson ? jsonLine(facts) : summary(facts));
    await Promise.race([untilStopped(stop), server.ended]);
    return exitCode(stop, say);
  } finally {
    await server.stop();
  }
}

async function prepare(
  house: House,
  { setupLink }: DemoServer,
  { say, env, startedAt }: { say: DemoOptions['say']; env: NodeJS.ProcessEnv; startedAt: number },
): Promise<DemoFacts> {
  await fill(house, setupLink, say);
  const tokens = await makeTokens(house, env);
  return { house, tokens, readyAfterMs: performance.now() - startedAt };
}

/** Stopped as wished, or by a server that ended by itself. */
function exitCode(stop: AbortSignal, say: DemoOptions['say']): number {
  if (stop.aborted) return 0;
  say('The server ended by itself. Start the demo again; its data is gone.');
  return 1;
}

function emptyHouse(env: NodeJS.ProcessEnv, [staffPort, portalPort]: readonly [number, number]): House {
  return {
    staffUrl: env['SALLYPORT_STAFF_URL'] || `http://localhost:${staffPort}`,
    portalUrl: env['SALLYPORT_PORTAL_URL'] || `http://localhost:${portalPort}`,
    password: newPassword(),
    residents: new Map(),
    companies: new Map(),
  };
}

function untilStopped(stop: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(null);
    stop.addEventListener('abort', () => resolve(null), { once: true });
  });
}
