import { describe, expect, it } from 'vitest';
import { ConfigurationError, readConfiguration } from './env.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const read = (env: Record<string, string> = {}, args: string[] = []) => readConfiguration(env, args, '/data');

function problemsOf(env: Record<string, string>, args: string[] = []): string {
  try {
    read(env, args);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.join('\n');
    throw error;
  }
  return '';
}

describe('configuration', () => {
  it('needs nothing: both doors on localhost, the embedded database', () => {
    const configuration = read();
    expect(configuration.staff).toEqual({ port: 4100, url: 'http://localhost:4100' });
    expect(configuration.portal).toEqual({ port: 4200, url: 'http://localhost:4200' });
    expect(configuration).toMatchObject({
      only: null,
      bind: 'localhost',
      databaseUrl: null,
      dataDir: '/data',
    });
  });

  it('treats an empty variable as one that is not set', () => {
    expect(read({ SALLYPORT_STAFF_PORT: '', DATABASE_URL: '' }).staff.port).toBe(4100);
  });

  it.each([
    [{ SALLYPORT_STAFF_PORT: 'http' }, 'must be a port number'],
    [{ SALLYPORT_STAFF_PORT: '70000' }, 'between 1 and 65535'],
    [{ SALLYPORT_STAFF_PORT: '5000', SALLYPORT_PORTAL_PORT: '5000' }, 'need two ports'],
    [{ SALLYPORT_STAFF_URL: 'http://pentest.firm.example' }, 'plain http'],
    [{ SALLYPORT_STAFF_URL: 'https://pentest.firm.example' }, 'nothing here ends TLS'],
    [{ SALLYPORT_STAFF_URL: 'http://127.0.0.1:4100' }, 'passkeys cannot work with an address'],
    [{ SALLYPORT_PORTAL_URL: 'http://localhost:4200/portal' }, 'without a path'],
    [{ SALLYPORT_PORTAL_URL: 'localhost' }, 'must be an address'],
    [{ SALLYPORT_TRUSTED_PROXIES: '10.0.0.300' }, 'is no address or range'],
    [{ SALLYPORT_TRUSTED_PROXIES: '10.0.0.0/33' }, 'is no address or range'],
    [{ SALLYPORT_MASTER_KEY: 'secret' }, '32 random bytes'],
    [{ SALLYPORT_TLS_CERT: '/no/such/file' }, 'needs both files'],
    [{ SALLYPORT_TLS_CERT: '/no/such/file', SALLYPORT_TLS_KEY: '/no/such/file' }, 'cannot be read'],
    [{ DATABASE_URL: 'mysql://localhost/sallyport' }, 'must begin with postgresql://'],
  ])('refuses %j and says what to do', (env, part) => {
    expect(problemsOf(env)).toContain(part);
  });

  it('names every problem at once', () => {
    expect(problemsOf({ SALLYPORT_STAFF_PORT: 'x', SALLYPORT_MASTER_KEY: 'y' }).split('\n')).toHaveLength(2);
  });

  it('allows https behind a named proxy', () => {
    const configuration = read({
      SALLYPORT_STAFF_URL: 'https://pentest.firm.example/',
      SALLYPORT_TRUSTED_PROXIES: '10.0.0.5, fd00::/8',
    });
    expect(configuration.staff.url).toBe('https://pentest.firm.example');
    expect(configuration.trustedProxies).toEqual(['10.0.0.5', 'fd00::/8']);
  });
});

describe('--only', () => {
  const database = { DATABASE_URL: 'postgresql://owner:x@localhost/sallyport' };

  it('starts the portal with its own key alone', () => {
    const configuration = read({ ...database, SALLYPORT_PORTAL_KEY: key }, ['--only', 'portal']);
    expect(configuration.only).toBe('portal');
    expect(configuration.masterKey).toBeNull();
  });

  it('refuses a portal process that holds the master key', () => {
    const env = { ...database, SALLYPORT_PORTAL_KEY: key, SALLYPORT_MASTER_KEY: key };
    expect(problemsOf(env, ['--only', 'portal'])).toContain('must not hold SALLYPORT_MASTER_KEY');
  });

  it.each([
    [['--only', 'kitchen'], 'takes staff, portal or worker'],
    [['--only'], 'Unknown arguments'],
    [['--port', '80'], 'Unknown arguments'],
    [['--only', 'worker'], 'needs SALLYPORT_MASTER_KEY'],
  ])('refuses %j', (args, part) => {
    expect(problemsOf(database, args)).toContain(part);
  });

  it('needs a database that another process keeps', () => {
    expect(problemsOf({ SALLYPORT_MASTER_KEY: key }, ['--only', 'staff'])).toContain('set DATABASE_URL');
  });
});
