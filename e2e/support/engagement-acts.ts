import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Locator } from 'playwright-core';
import { choose, copyLink, pressAndConfirm } from './acts.ts';
import { dayFromNow } from './engagement.ts';
import type { Visitor } from './visitor.ts';

/** Adds a client through the form, and is on its profile afterwards. Returns its id. */
export async function addCompany(visitor: Visitor, name: string): Promise<string> {
  await visitor.place('Companies').click();
  await visitor.link('New company').first().click();
  await visitor.fill({ Name: name, 'Legal name optional': `${name} plc` });
  await visitor.button('Add contact').click();
  const contact = visitor.page.getByRole('listitem').filter({ hasText: 'Contact 1' });
  await contact.getByLabel('Name', { exact: true }).fill('Hana Quay');
  await contact.getByLabel('Role optional', { exact: true }).fill('Head of IT');
  await contact.getByLabel('E-mail optional', { exact: true }).fill('hana.quay@client.example');
  await contact.getByLabel('Phone optional', { exact: true }).fill('+44 20 7946 0000');
  await contact.getByLabel(/^Emergency contact/).check();
  await visitor.button('Add company').click();
  await visitor.sees(visitor.heading(name), visitor.text('Hana Quay'), visitor.text('Emergency'));
  return lastPart(visitor);
}

/** Invites a customer from the profile of a company on, and returns the one-time link. */
export async function inviteToPortal(
  visitor: Visitor,
  { name, email, group }: { name: string; email: string; group: string },
): Promise<string> {
  await tab(visitor, 'Customers').click();
  await visitor.button('Invite customer').first().click();
  const dialog = visitor.page.getByRole('dialog', { name: /^Invite a customer of/ });
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('E-mail', { exact: true }).fill(email);
  await dialog.getByRole('checkbox', { name: new RegExp(`^${group}`) }).check();
  await dialog.getByLabel('Reason', { exact: true }).fill('Ordered the test');
  visitor.expects(403, 'customers.inviteCustomer');
  await pressAndConfirm(
    visitor,
    dialog.getByRole('button', { name: 'Invite', exact: true }),
    visitor.page.getByRole('dialog', { name: `${name} is invited` }),
  );
  const link = await copyLink(visitor);
  await visitor.button('Done').click();
  return link;
}

/** Plans a project for a company through the form, and is on its summary afterwards. Returns its id. */
export async function addProject(
  visitor: Visitor,
  { company, name, description }: { company: string; name: string; description: string },
): Promise<string> {
  await visitor.place('Projects').click();
  await visitor.link('New project').first().click();
  await visitor.field('Company').fill(company);
  await visitor.page.getByRole('option', { name: company }).click();
  await visitor.fill({ Name: name });
  await choose(visitor, 'Type', 'Internal network penetration test');
  await choose(visitor, /^Approach/, 'Grey box');
  await visitor.fill({ 'Test starts optional': dayFromNow(-10), 'Test ends optional': dayFromNow(4) });
  await visitor.page.getByRole('checkbox', { name: 'OWASP Top 10 2021' }).check();
  await visitor.fill({ 'Description optional': description });
  await visitor.button('Create project').click();
  await visitor.sees(visitor.heading(name), visitor.text('Before it can be completed'));
  return lastPart(visitor);
}

/** Goes to the tab Import and sends a scanner's file. */
export async function sendScan(visitor: Visitor, path: string): Promise<void> {
  await tab(visitor, 'Import').click();
  await visitor.sees(visitor.button('Choose a file'));
  await visitor.page
    .locator('input[type="file"]')
    .setInputFiles({ name: basename(path), mimeType: 'text/xml', buffer: await readFile(path) });
}

/** A tab of a company or a project; a count may follow its name. */
export function tab({ page }: Visitor, name: string): Locator {
  return page
    .getByRole('navigation', { name: /^(Parts of this project|About this company)$/ })
    .getByRole('link', { name: new RegExp(`^${name}\\b`) });
}

/** The picture in the clipboard, as a screenshot tool leaves it there. */
export async function copyPicture({ page }: Visitor, png: Buffer): Promise<void> {
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const blob = new Blob([bytes], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  }, png.toString('base64'));
}

/** Notes from now on every progress bar that the page shows, however short. */
export async function watchProgress({ page }: Visitor): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle(() => {
    const names: string[] = [];
    const look = () => {
      for (const bar of document.querySelectorAll('[role="progressbar"]')) {
        const name = bar.getAttribute('aria-label') ?? '';
        if (!names.includes(name)) names.push(name);
      }
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    return names;
  });
  return () => seen.jsonValue();
}

/** The id at the end of the address. */
export function lastPart({ page }: Visitor): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
