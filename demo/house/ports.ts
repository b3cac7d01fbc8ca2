import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** The usual port where it is free, else one that the system picks; never the other door's. */
export async function choosePorts(usual: readonly [number, number]): Promise<readonly [number, number]> {
  const held: Server[] = [];
  try {
    const [first, second] = [await choose(usual[0], held), await choose(usual[1], held)];
    return [first, second];
  } finally {
    await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

async function choose(usual: number, held: Server[]): Promise<number> {
  const server = (await listenOn(usual)) ?? (await listenOn(0));
  const address = server?.address();
  if (!server || !address || typeof address === 'string') throw new Error('No port is free.');
  held.push(server);
  return address.port;
}

/** Held, so that nothing else takes it meanwhile; null when it is taken. */
async function listenOn(port: number): Promise<Server | null> {
  const server = createServer();
  try {
    server.listen(port, 'localhost');
    await once(server, 'listening');
    return server;
  } catch {
    return null;
  }
}
