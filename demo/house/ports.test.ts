import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { choosePorts } from './ports.ts';

async function occupiedPort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

test('a port that is taken is replaced by a free one', async () => {
  const taken = await occupiedPort();
  const [first, second] = await choosePorts([taken, taken]);
  expect(first).not.toBe(taken);
  expect(second).not.toBe(taken);
  expect(second).not.toBe(first);
});

test('a port that is free is kept, and the doors never share one', async () => {
  const [free] = await choosePorts([0, 0]);
  const [first, second] = await choosePorts([free, free]);
  expect(first).toBe(free);
  expect(second).not.toBe(free);
});
