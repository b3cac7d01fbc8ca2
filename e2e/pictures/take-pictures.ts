// Fills a server with a small firm and takes the pictures of docs/pictures, and of phones into e2e/output.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { effectPanel, row, signIn } from '../support/acts.ts';
import { openBrowser } from '../support/browser.ts';
import { openAsOwner } from '../support/database.ts';
import { OUTPUT } from '../support/output.ts';
import { startServer, temporaryDataFolder } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';
import { type Firm, fillFirm } from './fill-firm.ts';

const PICTURES = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
const PHONE = { width: 360, height: 740 } as const;

interface Picture {
  name: string;
  door: 'staff' | 'portal';
  isSignedIn: boolean;
  show(visitor: Visitor, firm: Firm): Promise<void>;
}

const pictures: readonly Picture[] = [
  {
    name: 'sign-in',
    door: 'staff',
    isSignedIn: false,
    show: async (v) => {
      await v.open('/sign-in');
      await v.sees(v.text('Staff of Stonemere Security'));
    },
  },
  {
    name: 'home',
    door: 'staff',
    isSignedIn: true,
    show: async (v) => {
      await v.open('/');
      await v.sees(v.text('has not accepted the invitation'), v.button(/Manage Projects/));
    },
  },
  {
    name: 'users',
    door: 'staff',
    isSignedIn: true,
    show: async (v) => {
      await v.open('/users');
      await v.sees(row(v, 'Tomasz Nowak'));
    },
  },
  {
    name: 'user',
    door: 'staff',
    isSignedIn: true,
    show: async (v) => {
      await v.open('/users');
      await row(v, 'Ines Duarte').click();
      await v.link('Open user').click();
      await v.sees(v.heading('Ines Duarte'), v.text('May do, and why'));
    },
  },
  {
    name: 'groups',
    door: 'staff',
    isSignedIn: true,
    show: async (v) => {
      await v.open('/groups');
      await v.sees(row(v, 'Hardware Lab'), row(v, 'Customer Viewer'));
    },
  },
  {
    name: 'group-editor',
    door: 'staff',
    isSignedIn: true,
    show: async (v, { groups }) => {
      await v.open(`/groups/${groups.get('Penetration Tester')}`);
      await v.page
        .getByRole('radiogroup', { name: 'Reach of Manage Projects' })
        .getByRole('radio', { name: 'All projects' })
        .click();
      await v.page.getByRole('switch', { name: 'Manage Vulnerability Data' }).click();
      await v.button('Remove Tomasz Nowak').click();
      await v.sees(
        effectPanel(v).getByText('loses Manage Projects'),
        effectPanel(v)
          .getByText(/3 changes/)
          .first(),
      );
      // The last answer stays in sight while the next one is worked out.
      await effectPanel(v).and(v.page.locator(':not([aria-busy])')).waitFor();
    },
  },
  {
    name: 'audit',
    door: 'staff',
    isSignedIn: true,
    show: async (v) => {
      await v.open('/audit');
      await v.page
        .getByRole('row')
        .filter({ hasText: /changed group/ })
        .first()
        .click();
      await v.sees(v.text('Before and after'));
    },
  },
  {
    name: 'profile',
    door: 'staff',
    isSignedIn: true,
    show: async (v) => {
      await v.open('/profile');
      await v.sees(v.heading('Lena Fischer'), v.text('This session'));
    },
  },
  {
    name: 'palette',
    door: 'staff',
    isSignedIn: true,
    show: async (v) => {
      await v.open('/');
      await v.sees(v.heading(/^Welcome/));
      await v.page.keyboard.press('Control+k');
      await v.sees(v.page.getByRole('option', { name: /Audit log/ }));
    },
  },
  {
    name: 'invite',
    door: 'staff',
    isSignedIn: true,
    show: async (v) => {
      await v.open('/users/invite');
      await v.sees(v.page.getByRole('checkbox', { name: /Contractor/ }));
    },
  },
  {
    name: 'portal-sign-in',
    door: 'portal',
    isSignedIn: false,
    show: async (v) => {
      await v.open('/sign-in');
      await v.sees(v.text('No account yet?'));
    },
  },
  {
    name: 'portal-home',
    door: 'portal',
    isSignedIn: true,
    show: async (v) => {
      await v.open('/');
      await v.sees(v.text('has not published anything yet'));
    },
  },
  {
    name: 'portal-profile',
    door: 'portal',
    isSignedIn: true,
    show: async (v) => {
      await v.open('/profile');
      await v.sees(v.field('Name'));
    },
  },
];

/** The pictures that the documents show; the others are for looking at. */
const PUBLISHED = new Set([
  'sign-in',
  'home',
  'users',
  'group-editor',
  'audit',
  'portal-sign-in',
  'portal-home',
]);

async function takeAll(browser: Browser, urls: Record<Picture['door'], string>, firm: Firm): Promise<void> {
  const visitors = new Map<string, Visitor>();
  const visitorFor = async ({ door, isSignedIn }: Picture): Promise<Visitor> => {
    const key = `${door} ${isSignedIn}`;
    const known = visitors.get(key);
    if (known) return known;
    const visitor = await Visitor.arrive(browser, { name: key, url: urls[door] });
    visitors.set(key, visitor);
    if (isSignedIn) {
      await visitor.open('/');
      if (door === 'staff') await signIn(visitor, firm.admin.email);
      else await signIn(visitor, firm.customer.email, 'E-mail');
      await visitor.sees(visitor.heading(/^Welcome/));
    }
    return visitor;
  };
  for (const picture of pictures) {
    const visitor = await visitorFor(picture);
    const { page } = visitor;
    await picture.show(visitor, firm);
    const folder = PUBLISHED.has(picture.name) ? PICTURES : OUTPUT;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const suffix = colorScheme === 'dark' ? '.dark' : '';
      await page.screenshot({
        path: join(folder, `${picture.name}${suffix}.png`),
        animations: 'disabled',
        caret: 'hide',
      });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
    await page.setViewportSize(PHONE);
    await page.screenshot({
      path: join(OUTPUT, `${picture.name}.360.png`),
      animations: 'disabled',
      caret: 'hide',
    });
    await page.setViewportSize({ width, height });
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('about:blank');
    process.stdout.write(`  ${picture.name}\n`);
  }
}

await mkdir(PICTURES, { recursive: true });
await mkdir(OUTPUT, { recursive: true });
await using folder = await temporaryDataFolder();
await using server = await startServer(folder.path);
const owner = await openAsOwner(folder.path);
const browser = await openBrowser();
try {
  const firm = await fillFirm(server, owner);
  await takeAll(browser, { staff: server.staffUrl, portal: server.portalUrl }, firm);
} finally {
  await browser.close();
  await owner.end();
}
