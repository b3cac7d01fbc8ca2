import { Secret, TOTP } from 'otpauth';
import type { Caller } from './caller.ts';
import { at, textAt } from './http.ts';
import type { Visitor } from './visitor.ts';

/** Recovery codes that are not used yet, by the e-mail of their owner: each signs in once, without waiting for a new code. */
const kept = new Map<string, string[]>();

/** What an authenticator app shows now for a key. */
export function codeNow(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate();
}

/** Sets up an authenticator app without a browser, as somebody does who signs in for the first time. */
export async function enrol(caller: Caller, email: string): Promise<void> {
  const secret = textAt(await caller.done('mutate', 'factors.startTotp', {}), 'secret');
  const enrolled = await caller.done('mutate', 'factors.confirmTotp', { code: codeNow(secret) });
  keep(email, at(enrolled, 'recoveryCodes'));
}

/** Keeps recovery codes for later sign-ins. */
function keep(email: string, codes: unknown): void {
  if (!Array.isArray(codes)) throw new Error(`no recovery codes were made for ${email}`);
  kept.set(email, codes.map(String));
}

/** One recovery code of somebody who was enrolled here. @throws when none is left */
export function recoveryCodeOf(email: string): string {
  const code = kept.get(email.toLowerCase())?.shift();
  if (code === undefined) throw new Error(`no recovery code of ${email} is left`);
  return code;
}

/** Sets up an authenticator app on the page that demands it, keeps the recovery codes, and goes in. */
export async function enrolOnPage(visitor: Visitor, email: string): Promise<void> {
  await visitor.button(/^Authenticator app/).click();
  const secret = (await visitor.page.locator('code').first().textContent()) ?? '';
  await visitor.field('Code from the app').fill(codeNow(secret));
  await visitor.sees(visitor.heading('Keep your recovery codes'));
  await keepShownCodes(visitor, email);
  await visitor.seesNo(visitor.heading('Keep your recovery codes'));
}

/** Keeps the recovery codes that a page or dialog shows this once, says so, and goes on. */
export async function keepShownCodes(visitor: Visitor, email: string): Promise<void> {
  const { page } = visitor;
  keep(email, await page.getByRole('listitem').locator('code').allTextContents());
  await page.getByRole('checkbox', { name: /^I have kept them/ }).check();
  await visitor.button('Continue').click();
}

/** The second step of signing in, with a recovery code. */
export async function presentRecoveryCode(visitor: Visitor, email: string): Promise<void> {
  await visitor.button('Use a recovery code').click();
  await visitor.field('Recovery code').fill(recoveryCodeOf(email));
  await visitor.button('Continue').click();
}
