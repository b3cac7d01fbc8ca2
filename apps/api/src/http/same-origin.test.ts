import fastify, { type FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { requireSameOrigin } from './same-origin.ts';

let server: FastifyInstance;
beforeEach(() => {
  server = fastify();
  requireSameOrigin(server, 'http://localhost:4100');
  server.route({ method: ['GET', 'POST'], url: '/x', handler: async () => 'done' });
});

const send = async (method: 'GET' | 'POST', headers: Record<string, string>) =>
  (await server.inject({ method, url: '/x', headers: { host: 'localhost:4100', ...headers } })).statusCode;

describe('R1: a state change comes from the door’s own pages', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ origin: 'http://localhost:4100' }],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4100' }],
  ])('allows %j', async (headers) => {
    expect(await send('POST', headers)).toBe(200);
  });

  it.each([
    [{}],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://localhost:4200' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'http://localhost:4200' }],
    [{ origin: 'null' }],
    // The header decides where there is one: a matching Origin does not outweigh it.
    [{ 'sec-fetch-site': 'same-site', origin: 'http://localhost:4100' }],
  ])('refuses %j', async (headers) => {
    expect(await send('POST', headers)).toBe(403);
  });

  it('lets reading pass: without CORS no other origin can see the answer', async () => {
    expect(await send('GET', { 'sec-fetch-site': 'cross-site' })).toBe(200);
  });

  it('refuses any other Host, also for reading', async () => {
    expect(await send('GET', { host: 'attacker.example' })).toBe(403);
    expect(await send('POST', { host: 'localhost:4200', 'sec-fetch-site': 'same-origin' })).toBe(403);
  });
});
