import { startTestServer } from './test-server.ts';

/** Vitest's global set-up: one PostgreSQL per run. The returned function stops it. */
export default function setup(): Promise<() => Promise<void>> {
  return startTestServer();
}
