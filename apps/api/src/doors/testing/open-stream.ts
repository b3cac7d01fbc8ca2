import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A stream of server-sent events over a real connection, as a browser holds it. */
export interface TestStream {
  status: number;
  /** Data of the next event; null at the end of the stream. Errors come as events too: `{ error }`. */
  next(): Promise<Record<string, unknown> | null>;
  close(): void;
}

export async function openStream(
  server: FastifyInstance,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<TestStream> {
  if (!server.server.listening) await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  const sent = request({
    port,
    host: '127.0.0.1',
    path,
    headers: { accept: 'text/event-stream', ...headers },
  });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve).on('error', reject).end();
  });
  const events = eventsOf(response);
  return {
    status: response.statusCode ?? 0,
    async next() {
      const { value, done } = await events.next();
      return done ? null : value;
    },
    close: () => void response.destroy(),
  };
}

/** Events that say something: not the greeting, the pings or the farewell of the transport. */
async function* eventsOf(response: IncomingMessage): AsyncGenerator<Record<string, unknown>> {
  let text = '';
  try {
    for await (const part of response) {
      text += String(part);
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const lines = new Map(
          block.split('\n').map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1)]),
        );
        const kind = (lines.get('event') ?? '').trim();
        if (['connected', 'ping', 'return'].includes(kind)) continue;
        const data: unknown = JSON.parse(lines.get('data') ?? 'null');
        if (kind === 'serialized-error') yield { error: data };
        else if (typeof data === 'object' && data !== null) yield { ...data };
      }
    }
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}
