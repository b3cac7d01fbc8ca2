import { DEFAULT_PORT } from '@sallyport/contracts/common';

/** Settings that the server judges itself: what does not fit a demo it refuses, in words. */
const PASSED_ON: readonly string[] = [
  'SALLYPORT_BIND',
  'SALLYPORT_STAFF_URL',
  'SALLYPORT_PORTAL_URL',
  'SALLYPORT_TRUSTED_PROXIES',
  'DATABASE_URL',
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Ports to try first: those asked for, else the usual ones. */
export function portsToTry(env: Environment): readonly [number, number] {
  const { SALLYPORT_STAFF_PORT: staff, SALLYPORT_PORTAL_PORT: portal } = env;
  return [Number(staff || DEFAULT_PORT.STAFF), Number(portal || DEFAULT_PORT.CUSTOMER)];
}

/** The environment of the demo's server: its own folder, keys and database, whatever else is set here. */
export function serverEnvironment(
  env: Environment,
  { dataFolder, ports: [staffPort, portalPort] }: { dataFolder: string; ports: readonly [number, number] },
): Record<string, string | undefined> {
  const isSetting = (name: string) => name.startsWith('SALLYPORT_') && !PASSED_ON.includes(name);
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !isSetting(name))),
    NODE_ENV: 'production',
    SALLYPORT_DEMO: '1',
    SALLYPORT_DATA_DIR: dataFolder,
    SALLYPORT_STAFF_PORT: String(staffPort),
    SALLYPORT_PORTAL_PORT: String(portalPort),
  };
}
