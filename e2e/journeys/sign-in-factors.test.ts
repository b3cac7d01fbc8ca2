import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { chooseFromMenu, confirmIdentity, signIn } from '../support/acts.ts';
import { Caller } from '../support/caller.ts';
import { codeNow, enrolOnPage, keepShownCodes } from '../support/factor.ts';
import { giveAuthenticator } from '../support/passkey.ts';
import { FIRM, groupId, onboard, PASSWORD, signedInAnew } from '../support/people.ts';
import { setupLinkOf } from '../support/server.ts';
import { type Stage, story, useStage } from '../support/stage.ts';
import type { Visitor } from '../support/visitor.ts';

const EMAIL = 'lena.fischer@stonemere.example';
const HOME = 'Welcome, Lena Fischer';
/** Long enough to write half a form in, short enough to wait for. */
const LEFT = '6 seconds';
const LOCKS_WITHIN_MS = 20_000;

const stage = useStage();
const cast: { lena?: Visitor } = {};

function on(name: keyof typeof cast): Visitor {
  const visitor = cast[name];
  if (!visitor) throw new Error(`${name} has not come in yet`);
  return visitor;
}

/** Lets the sessions of an account run out in a moment, and the page know of it. */
async function runOutSoon({ owner }: Stage, visitor: Visitor): Promise<void> {
  await owner.query(
    `update session set absolute_ends_at = app.now() + $2::interval
     where ended_at is null and account_id = (select id from account where email = $1)`,
    [EMAIL, LEFT],
  );
  await visitor.page.reload();
}

function lockOf({ page }: Visitor) {
  return page.getByRole('dialog', { name: 'Sign in to go on' });
}

/** Whether the keyboard and screen readers get there. */
function isInReach(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element.closest('[inert]') === null);
}

async function halfWrite(visitor: Visitor): Promise<void> {
  await visitor.fill({ Name: 'Half Written', 'E-mail': 'half@stonemere.example', Reason: 'Joins the firm' });
}

story('S5: signing in with a second factor', stage, {
  'the first Admin has to set one up before anything else can be reached': async (house) => {
    const lena = await house.atStaffDoor('lena');
    cast.lena = lena;
    await giveAuthenticator(lena);
    await lena.page.goto(setupLinkOf(house.server));
    await lena.fill({
      'Name of your firm': FIRM,
      'Your name': 'Lena Fischer',
      'Your e-mail': EMAIL,
      Password: PASSWORD,
    });
    await lena.button('Create the first Admin').click();
    await lena.sees(lena.heading('Secure your account'));
    await lena.open('/users');
    await lena.sees(lena.heading('Secure your account'));
    await enrolOnPage(lena, EMAIL);
    await lena.open('/');
    await lena.sees(lena.heading(HOME));
  },

  'a wrong code is refused, and a recovery code opens the door in its place': async () => {
    const lena = on('lena');
    await chooseFromMenu(lena, 'Lena Fischer', 'Sign out');
    await lena.fill({ 'E-mail or username': EMAIL, Password: PASSWORD });
    await lena.button('Sign in').click();
    await lena.sees(lena.heading('One more step'));
    lena.expects(401, 'auth.presentTotp');
    const wrong = codeNow('JBSWY3DPEHPK3PXP');
    await lena.field('Code from your authenticator app').fill(wrong);
    await lena.sees(lena.text(/^This code is not right/));
    await lena.button('Back').click();
    await lena.sees(lena.heading('Sign in'));
    await signIn(lena, EMAIL);
    await lena.sees(lena.heading(HOME));
  },

  'S8: a passkey is added once the password was given again': async () => {
    const lena = on('lena');
    await lena.open('/profile/security');
    await lena.button(/^Add passkey/).click();
    const dialog = lena.page.getByRole('dialog', { name: 'Add a passkey' });
    await dialog.getByLabel('Name', { exact: true }).fill('Desk key');
    lena.expects(403, 'factors.startPasskey');
    await dialog.getByRole('button', { name: /^Add passkey/ }).click();
    await confirmIdentity(lena);
    await lena.sees(lena.page.getByRole('listitem').filter({ hasText: 'Desk key' }));
  },

  'a passkey alone signs in': async () => {
    const lena = on('lena');
    await chooseFromMenu(lena, 'Lena Fischer', 'Sign out');
    await lena.button('Continue with a passkey').click();
    await lena.sees(lena.heading(HOME));
  },

  'S8: a touch confirms who one is, and new recovery codes come': async () => {
    const lena = on('lena');
    await lena.open('/profile/security');
    await lena.button(/^Make new codes/).click();
    lena.expects(403, 'factors.renewRecoveryCodes');
    const dialog = lena.page.getByRole('alertdialog', { name: 'Make new recovery codes?' });
    await dialog.getByRole('button', { name: /^Make new codes/ }).click();
    const question = lena.page.getByRole('dialog', { name: 'Confirm it’s you' });
    await question.getByRole('button', { name: 'Use a passkey' }).click();
    await lena.sees(lena.heading('Your new recovery codes'));
    await keepShownCodes(lena, EMAIL);
    await lena.sees(lena.text('10 of 10 left'));
  },

  'S6: another device is signed out, at its next request': async (house) => {
    const lena = on('lena');
    const elsewhere = await house.atStaffDoor('elsewhere');
    await elsewhere.open('/');
    await signIn(elsewhere, EMAIL);
    await elsewhere.sees(elsewhere.heading(HOME));

    await lena.open('/profile/security');
    await lena
      .button(/^Sign out Chrome on/)
      .first()
      .click();
    await lena.sees(lena.text('That device is signed out'));
    for (const procedure of ['profile', 'groups', 'users', 'projects', 'auth'])
      elsewhere.expects(401, procedure);
    await elsewhere.open('/groups');
    await elsewhere.sees(elsewhere.heading('Sign in'));
  },

  'S6: a session that ran out locks the page, and a touch brings back what was half written': async (
    house,
  ) => {
    const lena = on('lena');
    for (const procedure of ['profile', 'groups', 'users', 'live']) lena.expects(401, procedure);
    await lena.open('/users/invite');
    await lena.sees(lena.field('Reason'));
    await runOutSoon(house, lena);
    await halfWrite(lena);
    await lockOf(lena).waitFor({ timeout: LOCKS_WITHIN_MS });
    expect(lena.path, 'the page was not left').toBe('/users/invite');
    expect(await isInReach(lena.heading('Invite user')), 'what lies under the lock').toBe(false);
    await lockOf(lena).getByRole('button', { name: 'Continue with a passkey' }).click();
    await lena.seesNo(lockOf(lena));
    expect(await lena.field('Name').inputValue()).toBe('Half Written');
    expect(await lena.field('Reason').inputValue()).toBe('Joins the firm');
    expect(await isInReach(lena.heading('Invite user')), 'what lay under the lock').toBe(true);
  },

  'S6: somebody else who signs in through the lock finds nothing of it': async (house) => {
    const lena = on('lena');
    const admin = new Caller(house.server.staffUrl);
    admin.cookie = (await signedInAnew({ caller: admin, email: EMAIL })).cookie;
    await admin.confirmIdentity(PASSWORD);
    const tom = await onboard(house.server, admin, {
      displayName: 'Tom Weber',
      email: 'tom.weber@stonemere.example',
      groupIds: [await groupId(admin, 'Manager')],
    });
    await halfWrite(lena);
    await runOutSoon(house, lena);
    await lockOf(lena).waitFor({ timeout: LOCKS_WITHIN_MS });
    await lockOf(lena).getByRole('button', { name: 'Sign in as somebody else' }).click();
    await lena.sees(lena.heading('Sign in'));
    await signIn(lena, tom.email);
    await lena.sees(lena.heading('Welcome, Tom Weber'));
    await lena.open('/users/invite');
    await lena.sees(lena.heading('Invite user'));
    expect(await lena.field('Name').inputValue()).toBe('');
  },
});
