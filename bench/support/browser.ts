import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { codeNow } from '../../e2e/support/factor.ts';
import type { SignedIn } from './sessions.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** E-mail of the first Admin, which the list of users shows. */
export const ADMIN_EMAIL = 'ada@bench.example';

const STAFF_COOKIE = '__Host-sp_staff';

export interface Downloaded {
  /** Sum over all scripts, gzipped, in kB (1,000 bytes), to one decimal. */
  totalKb: number;
  scripts: readonly { path: string; kb: number }[];
}

/** Starts the Chromium that CHROMIUM_PATH names. */
export function launchChromium(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (executablePath === undefined) throw new Error('CHROMIUM_PATH is not set; use npm run bench -- web');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Opens the set-up link, becomes the first Admin as a person would, and returns the session. */
export async function completeSetupInBrowser(browser: Browser, link: string): Promise<SignedIn> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(link);
    await page.getByLabel('Name of your firm').fill('Bench Security');
    await page.getByLabel('Your name').fill('Ada Bench');
    await page.getByLabel('Your e-mail').fill(ADMIN_EMAIL);
    await page.getByLabel('Password', { exact: true }).fill('orbit velvet lantern cactus');
    await page.getByRole('button', { name: 'Create the first Admin' }).click();
    await page.getByRole('button', { name: /^Authenticator app/ }).click();
    const secret = (await page.locator('code').first().textContent()) ?? '';
    await page.getByLabel('Code from the app', { exact: true }).fill(codeNow(secret));
    await page.getByRole('checkbox', { name: /^I have kept them/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    const cookie = (await context.cookies()).find(({ name }) => name === STAFF_COOKIE);
    if (cookie === undefined) throw new Error('completing the set-up gave no session');
    return { name: cookie.name, value: cookie.value };
  } finally {
    await context.close();
  }
}

/**
 * Opens an address with an empty cache and gathers every script it fetches until the screen shows `text` and the network
 * has been quiet for a second (the browser's own "network idle" may come before a screen asks for its parts).
 */
export async function scriptsUntilIdle(
  browser: Browser,
  url: string,
  session: SignedIn,
  text: string,
): Promise<Downloaded> {
  const context = await browser.newContext();
  try {
    // Chromium takes a secure cookie for an https address only; it then sends it to http://localhost too.
    const secureUrl = url.replace(/^http:/, 'https:');
    await context.addCookies([{ ...session, url: secureUrl, secure: true, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    const bodies = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      const type = response.headers()['content-type'] ?? '';
      if (/javascript/.test(type)) bodies.set(response.url(), response.body());
    });
    const network = watchNetwork(page);
    await page.goto(url);
    await page.getByText(text).first().waitFor();
    await network.quiet();
    const scripts = await Promise.all(
      [...bodies].map(async ([address, body]) => ({
        path: new URL(address).pathname,
        bytes: gzipSync(await body, { level: 9 }).length,
      })),
    );
    const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
    return {
      totalKb: Math.round(total / 100) / 10,
      scripts: scripts.map(({ path, bytes }) => ({ path, kb: bytes / 1000 })),
    };
  } finally {
    await context.close();
  }
}

const QUIET_MS = 1_000;
const LIVE_STREAM = /\/trpc\/live\./;

function watchNetwork(page: Page): { quiet(): Promise<void> } {
  let open = 0;
  let lastAt = performance.now();
  // The live stream stays open for as long as the page does.
  const count = (change: number) => (request: Request) => {
    if (LIVE_STREAM.test(request.url())) return;
    open += change;
    lastAt = performance.now();
  };
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  return {
    async quiet() {
      while (open > 0 || performance.now() - lastAt < QUIET_MS) await page.waitForTimeout(100);
    },
  };
}
