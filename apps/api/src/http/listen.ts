import type { FastifyInstance } from 'fastify';
import { ConfigurationError, type DoorAddress } from '../start/env.ts';

/** Starts listening. @throws ConfigurationError with the remedy when the port is taken or may not be used */
export async function listen(
  server: FastifyInstance,
  door: DoorAddress,
  bind: string,
  portName: string,
): Promise<void> {
  try {
    await server.listen({ port: door.port, host: bind });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') {
      throw new ConfigurationError([
        `Port ${door.port} is in use, perhaps by another Sallyport. Stop that program, or choose another port with ${portName}.`,
      ]);
    }
    if (code === 'EACCES') {
      throw new ConfigurationError([
        `Port ${door.port} needs more rights. Choose one above 1023 with ${portName}.`,
      ]);
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new ConfigurationError([
        `SALLYPORT_BIND: this machine has no address "${bind}". Use localhost, 0.0.0.0, or one of its own.`,
      ]);
    }
    throw error;
  }
}
