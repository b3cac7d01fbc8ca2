import type { Locator } from 'playwright-core';
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

export async function signIn(
  visitor: Visitor,
  identifier: string,
  label = 'E-mail or username',
): Promise<void> {
  await visitor.fill({ [label]: identifier, Password: PASSWORD });
  await visitor.button('Sign in').click();
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

/** Accepts an invitation at either door, from the opened link on. */
export async function acceptInvitation(visitor: Visitor, displayName: string): Promise<void> {
  await visitor.fill({ 'Your name': displayName, Password: PASSWORD });
  await visitor.button('Accept and sign in').click();
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
