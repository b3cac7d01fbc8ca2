import { type Browser, chromium } from 'playwright-core';

/** A quiet Chromium that talks to nobody but the pages it is sent to; as root it cannot have its own sandbox. */
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

export const hasBrowser = process.env['SALLYPORT_NO_BROWSER'] === undefined;

/** Starts the system's browser, which scripts/support/chromium.mjs found. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS, chromiumSandbox: false });
}
