/** Names that always mean this machine. */
export const LOOPBACK_NAMES = /^(localhost|[a-z0-9-]+\.localhost)$/;

const LOOPBACK_ADDRESSES: readonly string[] = ['localhost', '127.0.0.1', '::1'];

/** What demo mode looks at before anything starts. */
interface DemoSettings {
  only: string | null;
  bind: string;
  staffUrl: string;
  portalUrl: string;
  trustedProxies: readonly string[];
  databaseUrl: string | undefined;
}

/** A demo is for the machine that it runs on, and for data that may be lost: what stands against that, with the remedy. */
export function demoProblems(settings: DemoSettings): string[] {
  const { only, bind, staffUrl, portalUrl, trustedProxies, databaseUrl } = settings;
  const isElsewhere = (url: string) => URL.canParse(url) && !LOOPBACK_NAMES.test(new URL(url).hostname);
  return [
    databaseUrl !== undefined &&
      'A demo makes a database of its own and never fills one that you have: unset DATABASE_URL, or start without SALLYPORT_DEMO.',
    only !== null && `A demo runs in one process: start it without --only ${only}.`,
    !LOOPBACK_ADDRESSES.includes(bind) &&
      `A demo is for this machine alone, and its passwords are printed: unset SALLYPORT_BIND (it is ${bind}), or set it to localhost.`,
    isElsewhere(staffUrl) &&
      `A demo is for this machine alone: unset SALLYPORT_STAFF_URL (it is ${staffUrl}), or use localhost.`,
    isElsewhere(portalUrl) &&
      `A demo is for this machine alone: unset SALLYPORT_PORTAL_URL (it is ${portalUrl}), or use localhost.`,
    trustedProxies.length > 0 &&
      'A demo is for this machine alone, and no proxy may stand before it: unset SALLYPORT_TRUSTED_PROXIES.',
  ].filter((problem) => problem !== false);
}
