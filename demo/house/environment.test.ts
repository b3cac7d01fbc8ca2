import { expect, test } from 'vitest';
import { portsToTry, serverEnvironment } from './environment.ts';

const server = (env: Record<string, string>) =>
  serverEnvironment(env, { dataFolder: 'folder', ports: [5100, 5200] });

test('the server gets a folder and keys of its own, whatever is set', () => {
  const env = server({
    PATH: 'programs',
    SALLYPORT_DATA_DIR: 'work',
    SALLYPORT_FILES_DIR: 'work/files',
    SALLYPORT_MASTER_KEY: 'secret',
    SALLYPORT_TLS_CERT: 'cert.pem',
  });
  expect(env).toEqual({
    PATH: 'programs',
    NODE_ENV: 'production',
    SALLYPORT_DEMO: '1',
    SALLYPORT_DATA_DIR: 'folder',
    SALLYPORT_STAFF_PORT: '5100',
    SALLYPORT_PORTAL_PORT: '5200',
  });
});

test('what the server has to refuse reaches it', () => {
  const refused = { SALLYPORT_BIND: '0.0.0.0', DATABASE_URL: 'postgresql://localhost/work' };
  expect(server(refused)).toMatchObject(refused);
});

test('the usual ports are tried, or those asked for', () => {
  expect(portsToTry({})).toEqual([4100, 4200]);
  expect(portsToTry({ SALLYPORT_STAFF_PORT: '', SALLYPORT_PORTAL_PORT: '5200' })).toEqual([4100, 5200]);
});
