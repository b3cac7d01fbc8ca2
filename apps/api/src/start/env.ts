import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { DEFAULT_PORT } from '@sallyport/contracts/common';
import { z } from 'zod';
import { demoProblems, LOOPBACK_NAMES } from './demo-settings.ts';

/** Configuration that cannot be used: each problem says what to do. */
export class ConfigurationError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const port = (name: string, standard: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, { error: `${name} must be a port number, such as ${standard}.` })
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65_535, { error: `${name} must lie between 1 and 65535.` })
    .default(standard);

const key = (name: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9+/_-]{43}=?$/, {
      error: `${name} must be 32 random bytes in base64. Make one with: openssl rand -base64 32`,
    })
    .transform((text) => Buffer.from(text, 'base64'))
    .optional();

const Environment = z.object({
  SALLYPORT_STAFF_PORT: port('SALLYPORT_STAFF_PORT', DEFAULT_PORT.STAFF),
  SALLYPORT_PORTAL_PORT: port('SALLYPORT_PORTAL_PORT', DEFAULT_PORT.CUSTOMER),
  SALLYPORT_STAFF_URL: z.string().optional(),
  SALLYPORT_PORTAL_URL: z.string().optional(),
  SALLYPORT_BIND: z.string().min(1).default('localhost'),
  SALLYPORT_TLS_CERT: z.string().min(1).optional(),
  SALLYPORT_TLS_KEY: z.string().min(1).optional(),
  SALLYPORT_TRUSTED_PROXIES: z.string().default(''),
  SALLYPORT_DATA_DIR: z.string().min(1).optional(),
  SALLYPORT_FILES_DIR: z.string().min(1).optional(),
  SALLYPORT_MASTER_KEY: key('SALLYPORT_MASTER_KEY'),
  SALLYPORT_PORTAL_KEY: key('SALLYPORT_PORTAL_KEY'),
  SALLYPORT_DEMO: z
    .enum(['0', '1'], { error: 'SALLYPORT_DEMO is 1 or 0, or not set.' })
    .default('0')
    .transform((value) => value === '1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'DATABASE_URL must begin with postgresql://' })
    .optional(),
});

export interface DoorAddress {
  port: number;
  /** Without a trailing slash. Links, cookie and origin checks come from here, never from a header. */
  url: string;
}

export interface Configuration {
  /** Which part runs here; null = both doors, the worker and the database's keeper. */
  only: 'staff' | 'portal' | 'worker' | null;
  staff: DoorAddress;
  portal: DoorAddress;
  bind: string;
  tls: { cert: Buffer; key: Buffer } | null;
  /** Addresses or CIDR ranges of proxies whose forwarded headers count. */
  trustedProxies: readonly string[];
  dataDir: string;
  /** Where uploaded files are kept, encrypted; processes that share a database share this folder. */
  filesDir: string;
  masterKey: Buffer | null;
  portalKey: Buffer | null;
  databaseUrl: string | null;
  /** Throwaway data with known passwords, on this machine alone. */
  isDemo: boolean;
}

/**
 * Reads the environment and the command line once.
 * @throws ConfigurationError naming every problem and its remedy
 */
export function readConfiguration(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
  defaultDataDir: string,
): Configuration {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  const problems: string[] = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  const only = readOnly(args, problems);
  if (!parsed.success) throw new ConfigurationError(problems);
  const values = parsed.data;

  const trustedProxies = readProxies(values.SALLYPORT_TRUSTED_PROXIES, problems);
  const tls = readTls(values.SALLYPORT_TLS_CERT, values.SALLYPORT_TLS_KEY, problems);
  const isShielded = tls !== null || trustedProxies.length > 0;
  const address = (name: string, url: string | undefined, doorPort: number): DoorAddress => ({
    port: doorPort,
    url: readUrl(name, url ?? `${tls ? 'https' : 'http'}://localhost:${doorPort}`, isShielded, problems),
  });
  const staff = address('SALLYPORT_STAFF_URL', values.SALLYPORT_STAFF_URL, values.SALLYPORT_STAFF_PORT);
  const portal = address('SALLYPORT_PORTAL_URL', values.SALLYPORT_PORTAL_URL, values.SALLYPORT_PORTAL_PORT);
  if (staff.port === portal.port) {
    problems.push(
      'The two doors need two ports: set SALLYPORT_STAFF_PORT and SALLYPORT_PORTAL_PORT to different numbers.',
    );
  }
  if (staff.url === portal.url)
    problems.push('The two doors need two addresses: SALLYPORT_STAFF_URL equals SALLYPORT_PORTAL_URL.');

  if (only !== null && !values.DATABASE_URL) {
    problems.push(
      `A process started with --only ${only} uses a database that another process keeps: set DATABASE_URL.`,
    );
  }
  if (only === 'portal') {
    if (!values.SALLYPORT_PORTAL_KEY)
      problems.push('A portal process needs SALLYPORT_PORTAL_KEY (and no other key).');
    if (values.SALLYPORT_MASTER_KEY)
      problems.push(
        'A portal process must not hold SALLYPORT_MASTER_KEY: unset it and give SALLYPORT_PORTAL_KEY alone.',
      );
  } else if (only !== null && !values.SALLYPORT_MASTER_KEY) {
    problems.push(`A process started with --only ${only} needs SALLYPORT_MASTER_KEY.`);
  }
  if (values.SALLYPORT_DEMO) {
    const { SALLYPORT_BIND: bind, DATABASE_URL: databaseUrl } = values;
    const urls = { staffUrl: staff.url, portalUrl: portal.url };
    problems.push(...demoProblems({ only, bind, ...urls, trustedProxies, databaseUrl }));
  }
  if (problems.length > 0) throw new ConfigurationError(problems);

  const dataDir = resolve(values.SALLYPORT_DATA_DIR ?? defaultDataDir);
  return {
    only,
    staff,
    portal,
    bind: values.SALLYPORT_BIND,
    tls,
    trustedProxies,
    dataDir,
    filesDir: resolve(values.SALLYPORT_FILES_DIR ?? join(dataDir, 'files')),
    masterKey: values.SALLYPORT_MASTER_KEY ?? null,
    portalKey: values.SALLYPORT_PORTAL_KEY ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    isDemo: values.SALLYPORT_DEMO,
  };
}

function readOnly(args: readonly string[], problems: string[]): Configuration['only'] {
  if (args.length === 0) return null;
  const [flag, value] = args;
  if (args.length === 2 && flag === '--only') {
    if (value === 'staff' || value === 'portal' || value === 'worker') return value;
    problems.push(`--only takes staff, portal or worker, not "${value}".`);
    return null;
  }
  problems.push(
    `Unknown arguments: ${args.join(' ')}. Use --only staff, --only portal, --only worker, or none.`,
  );
  return null;
}

function readProxies(text: string, problems: string[]): string[] {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  for (const entry of entries) {
    const [address = '', prefix, rest] = entry.split('/');
    const bits = isIP(address) === 6 ? 128 : 32;
    const isGood =
      isIP(address) !== 0 &&
      rest === undefined &&
      (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= bits));
    if (!isGood)
      problems.push(
        `SALLYPORT_TRUSTED_PROXIES: "${entry}" is no address or range such as 10.0.0.5 or 10.0.0.0/24.`,
      );
  }
  return entries;
}

function readTls(
  certPath: string | undefined,
  keyPath: string | undefined,
  problems: string[],
): Configuration['tls'] {
  if (!certPath && !keyPath) return null;
  if (!certPath || !keyPath) {
    problems.push('TLS needs both files: set SALLYPORT_TLS_CERT and SALLYPORT_TLS_KEY.');
    return null;
  }
  const read = (name: string, path: string): Buffer | null => {
    try {
      return readFileSync(path);
    } catch {
      problems.push(`${name}: the file ${path} cannot be read. Check the path and its permissions.`);
      return null;
    }
  };
  const cert = read('SALLYPORT_TLS_CERT', certPath);
  const privateKey = read('SALLYPORT_TLS_KEY', keyPath);
  return cert && privateKey ? { cert, key: privateKey } : null;
}

function readUrl(name: string, text: string, isShielded: boolean, problems: string[]): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    !url ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.pathname !== '/' ||
    url.search ||
    url.hash ||
    url.username
  ) {
    problems.push(`${name} must be an address such as https://pentest.firm.example, without a path.`);
    return text;
  }
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) {
    problems.push(
      `${name} must use a name, not ${url.hostname}: passkeys cannot work with an address. Use localhost or a host name.`,
    );
  } else if (url.protocol === 'http:' && !LOOPBACK_NAMES.test(url.hostname)) {
    problems.push(
      `${name} is plain http for ${url.hostname}: passwords would cross the network in the clear. Use https with SALLYPORT_TLS_CERT and SALLYPORT_TLS_KEY, or https ended by a proxy named in SALLYPORT_TRUSTED_PROXIES.`,
    );
  } else if (url.protocol === 'https:' && !isShielded) {
    problems.push(
      `${name} is https, but nothing here ends TLS: set SALLYPORT_TLS_CERT and SALLYPORT_TLS_KEY, or name the proxy that does in SALLYPORT_TRUSTED_PROXIES.`,
    );
  }
  return url.origin;
}
