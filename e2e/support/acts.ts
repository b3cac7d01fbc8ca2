import type { Download, Locator } from 'playwright-core';
import { expect } from 'vitest';
import { enrolOnPage, presentRecoveryCode } from './factor.ts';
import { textAt } from './http.ts';
import { PASSWORD } from './people.ts';
import type { Visitor } from './visitor.ts';

/** The panel that says what saving would do. */
export function effectPanel({ page }: Visitor): Locator {
  return page.getByRole('complementary', { name: 'Effect before saving' });
}

/** A row of a table, by the words in it. */
export function row({ page }: Visitor, words: string): Locator {
  return page.getByRole('row').filter({ hasText: words });
}

/** Signs in, with a recovery code where a second factor is owed. */
export async function signIn(
  visitor: Visitor,
  identifier: string,
  label = 'E-mail or username',
  password = PASSWORD,
): Promise<void> {
  await visitor.fill({ [label]: identifier, Password: password });
  const answered = visitor.page.waitForResponse((response) => response.url().includes('auth.signIn'));
  await visitor.button('Sign in').click();
  const answer = await answered;
  if ((await answer.text()).includes('"next":"factor"')) await presentRecoveryCode(visitor, identifier);
}

/** Opens the account's menu and chooses from it. */
export async function chooseFromMenu(visitor: Visitor, name: string, item: string): Promise<void> {
  await visitor.page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
  await visitor.page.getByRole('menuitem', { name: item }).click();
}

/** Answers "Confirm it's you". */
export async function confirmIdentity(visitor: Visitor, password = PASSWORD): Promise<void> {
  const dialog = visitor.page.getByRole('dialog', { name: 'Confirm it’s you' });
  await dialog.getByLabel('Your password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Accepts an invitation at either door, from the opened link on; sets up a second factor where one is demanded. */
export async function acceptInvitation(visitor: Visitor, displayName: string): Promise<void> {
  await visitor.fill({ 'Your name': displayName, Password: PASSWORD });
  const answered = visitor.page.waitForResponse((response) =>
    response.url().includes('invitations.acceptInvitation'),
  );
  await visitor.button('Accept and sign in').click();
  if ((await answered).ok()) await secureAccount(visitor);
}

/** Does what is demanded of a new account before anything else, if anything is. */
export async function secureAccount(visitor: Visitor): Promise<void> {
  const demand = visitor.heading('Secure your account');
  await demand
    .or(visitor.page.getByRole('navigation', { name: 'Main' }))
    .first()
    .waitFor();
  if (!(await demand.isVisible())) return;
  await enrolOnPage(visitor, await ownEmail(visitor));
}

/** Whose session the page has. */
async function ownEmail({ page }: Visitor): Promise<string> {
  const body = await page.evaluate(async () => (await fetch('/trpc/auth.getCurrent')).text());
  return textAt(JSON.parse(body), 'result', 'data', 'user', 'email');
}

/** What the clipboard holds. */
export function clipboard({ page }: Visitor): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Calls a procedure from the page itself, as a script in it could: with its cookie and its origin. */
export function callFromPage(
  { page }: Visitor,
  path: string,
  input: unknown,
): Promise<{ status: number; body: string }> {
  return page.evaluate(
    async ([url, body]) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return { status: response.status, body: await response.text() };
    },
    [`/trpc/${path}`, JSON.stringify(input)] as const,
  );
}

/** Picks from a select by its label. */
export async function choose(visitor: Visitor, label: string | RegExp, option: string): Promise<void> {
  await visitor.page.getByRole('combobox', { name: label }).click();
  await visitor.page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
}

/** The bytes of what a link or button downloads. */
export async function download({ page }: Visitor, from: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [started] = await Promise.all([page.waitForEvent('download'), from.click()]);
  return { name: started.suggestedFilename(), bytes: await bytesOf(started) };
}

async function bytesOf(started: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await started.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Presses what may ask who one is first (S8), and confirms when it does. */
export async function pressAndConfirm(visitor: Visitor, press: Locator, ready: Locator): Promise<void> {
  await press.click();
  const confirmation = visitor.page.getByRole('dialog', { name: 'Confirm it’s you' });
  await confirmation.or(ready).first().waitFor();
  if (await confirmation.isVisible()) await confirmIdentity(visitor);
  await visitor.sees(ready);
}

/** The link that is shown once, copied as its reader would copy it. */
export async function copyLink(visitor: Visitor): Promise<string> {
  await visitor.button('Copy').click();
  await visitor.sees(visitor.button('Copied'));
  const link = await clipboard(visitor);
  expect(link).toBe(await visitor.field('One-time link').inputValue());
  return link;
}

/** Invites staff through the form and returns the link. */
export async function inviteAndCopy(
  admin: Visitor,
  { name, email, group }: { name: string; email: string; group: string },
): Promise<string> {
  await admin.open('/users/invite');
  await admin.fill({ Name: name, 'E-mail': email });
  await admin.page.getByRole('checkbox', { name: new RegExp(`^${group}`) }).check();
  await admin.fill({ Reason: 'Joins the firm' });
  admin.expects(403, 'users.inviteUser');
  await pressAndConfirm(admin, admin.button(/^Invite/), admin.heading('The invitation is ready'));
  return copyLink(admin);
}
