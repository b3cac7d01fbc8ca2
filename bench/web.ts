// What a browser with an empty cache downloads of JavaScript, gzipped, until the first signed-in screen stands still:
// the list of users at the dashboard, the home page at the portal. Aims: 260 and 190 kB.

import { setupLinkOf, startServer, temporaryDataFolder } from '../e2e/support/server.ts';
import { ADMIN_EMAIL, completeSetupInBrowser, launchChromium, scriptsUntilIdle } from './support/browser.ts';
import { note, printResult } from './support/report.ts';
import { CUSTOMER_NAME, openPortalSession } from './support/sessions.ts';

await using folder = await temporaryDataFolder();
await using server = await startServer(folder.path);
await using browser = await launchChromium();

const staff = await completeSetupInBrowser(browser, await setupLinkOf(server));
const dashboard = await scriptsUntilIdle(browser, `${server.staffUrl}/users`, staff, ADMIN_EMAIL);
const customer = await openPortalSession(folder.path);
const portal = await scriptsUntilIdle(browser, `${server.portalUrl}/`, customer, CUSTOMER_NAME);

for (const [name, { scripts }] of Object.entries({ dashboard, portal })) {
  for (const { path, kb } of scripts) note(`${name} ${kb.toFixed(1).padStart(7)} kB  ${path}`);
}

printResult('web', {
  dashboardKb: dashboard.totalKb,
  portalKb: portal.totalKb,
  aims: { dashboardKb: 260, portalKb: 190 },
  seed: null,
  sizes: { dashboardScripts: dashboard.scripts.length, portalScripts: portal.scripts.length },
});
