// Takes the pictures of docs/pictures from the demo, and of every other screen, dark and on phones, into e2e/output. With names
// as arguments, only those.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { OUTPUT } from '../support/output.ts';
import { Visitor } from '../support/visitor.ts';
import { type DemoHouse, type Persona, startDemoHouse } from './demo-house.ts';
import { PICTURES, type Picture } from './pictures.ts';

const PUBLISHED = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
const DESKTOP = { width: 1440, height: 900 } as const;
const PHONE = { width: 360, height: 740 } as const;

async function signIn(visitor: Visitor, { door, email, password, recoveryCode }: Persona): Promise<void> {
  await visitor.open('/');
  await visitor.fill({ [door === 'staff' ? 'E-mail or username' : 'E-mail']: email, Password: password });
  await visitor.button('Sign in').click();
  if (recoveryCode !== null) {
    await visitor.button('Use a recovery code').click();
    await visitor.field('Recovery code').fill(recoveryCode);
    await visitor.button('Continue').click();
  }
  await visitor.page.waitForURL((url) => url.pathname === '/');
}

/** A visitor for each pair of eyes, who stays: a recovery code counts once. */
function visitorsOf(browser: Browser, house: DemoHouse) {
  const visitors = new Map<string, Visitor>();
  return async ({ as, door }: Picture): Promise<Visitor> => {
    const name = as ?? `nobody at the ${door} door`;
    const known = visitors.get(name);
    if (known) return known;
    const visitor = await Visitor.arrive(browser, { name, url: house.urls[door] });
    visitors.set(name, visitor);
    if (as !== null) await signIn(visitor, house.persona(as));
    return visitor;
  };
}

async function take({ name, isPublished, show }: Picture, visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const shoot = async (folder: string, suffix: string) => {
    const path = join(folder, `${name}${suffix}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  };
  await show(visitor);
  await visitor.seesNo(page.locator('.ui-skeleton, [aria-busy=true]').first());
  const folder = isPublished ? PUBLISHED : OUTPUT;
  await shoot(folder, '');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(folder, '.dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  await shoot(OUTPUT, '.360');
  await page.setViewportSize(DESKTOP);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
}

const wanted = process.argv.slice(2);
const chosen = PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
await mkdir(PUBLISHED, { recursive: true });
await mkdir(OUTPUT, { recursive: true });
await using house = await startDemoHouse();
const browser = await openBrowser();
try {
  const visitorFor = visitorsOf(browser, house);
  for (const picture of chosen) {
    try {
      await take(picture, await visitorFor(picture));
      process.stdout.write(`  ${picture.name}\n`);
    } catch (error) {
      process.stdout.write(`  ${picture.name} was not taken: ${String(error)}\n`);
      process.exitCode = 1;
      await (await visitorFor(picture)).picture(`failed ${picture.name}`);
    }
  }
} finally {
  await browser.close();
}
