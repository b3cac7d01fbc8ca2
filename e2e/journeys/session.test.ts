import { expect } from 'vitest';
import { chooseFromMenu, confirmIdentity, row, signIn } from '../support/acts.ts';
import { recoveryCodeOf } from '../support/factor.ts';
import { groupId, invite, onboard, PASSWORD, type Staff, setUp } from '../support/people.ts';
import { type Stage, scene, useStage } from '../support/stage.ts';
import type { Visitor } from '../support/visitor.ts';

const NEW_PASSWORD = 'copper-meadow-thimble-17';

const firm: { admin?: Staff } = {};

function admin(): Staff {
  if (!firm.admin) throw new Error('the firm is not set up');
  return firm.admin;
}

const stage = useStage(async ({ server }) => {
  firm.admin = await setUp(server);
  await firm.admin.caller.confirmIdentity(PASSWORD);
});

let count = 0;

/** Somebody new with this group who signs in at a browser of their own. */
async function signedIn(house: Stage, group: string): Promise<{ person: Staff; visitor: Visitor }> {
  count += 1;
  const person = await onboard(house.server, admin().caller, {
    displayName: `Ines Duarte ${'ABCDEFGHIJ'[count]}`,
    email: `ines.${count}@stonemere.example`,
    groupIds: [await groupId(admin().caller, group)],
  });
  const visitor = await house.atStaffDoor('ines');
  await visitor.open('/');
  await signIn(visitor, person.email);
  await visitor.sees(visitor.heading(`Welcome, ${person.displayName}`));
  return { person, visitor };
}

/** Ends every session of somebody in the database, as an Admin’s click or time would. */
async function endSessions({ owner }: Stage, { id }: Staff): Promise<void> {
  await owner.query(
    `update session set ended_at = app.now(), end_reason = 'ENDED_BY_OTHER' where account_id = $1 and ended_at is null`,
    [id],
  );
}

scene('S8: a changed password asks “Confirm it’s you” and then goes on by itself', stage, async (house) => {
  const { person, visitor } = await signedIn(house, 'Penetration Tester');
  visitor.expects(403, 'profile.changePassword');
  await chooseFromMenu(visitor, person.displayName, 'My profile');
  await visitor.button(/^Change password/).click();
  const dialog = visitor.page.getByRole('dialog', { name: 'Change password' });
  await dialog.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await dialog.getByRole('button', { name: /^Change password/ }).click();
  await confirmIdentity(visitor);
  await visitor.sees(visitor.text('Your password is changed.'));
  await visitor.seesNo(dialog);

  await chooseFromMenu(visitor, person.displayName, 'Sign out');
  await visitor.sees(visitor.text('You are signed out.'));
  await signIn(visitor, person.email, 'E-mail or username', NEW_PASSWORD);
  await visitor.sees(visitor.heading(`Welcome, ${person.displayName}`));
});

scene(
  'S8: whoever cancels “Confirm it’s you” has changed nothing and keeps what was typed',
  stage,
  async (house) => {
    const { visitor } = await signedIn(house, 'Penetration Tester');
    visitor.expects(403, 'profile.changePassword');
    visitor.expects(401, 'auth.confirmIdentity');
    await visitor.open('/profile');
    await visitor.button(/^Change password/).click();
    const dialog = visitor.page.getByRole('dialog', { name: 'Change password' });
    await dialog.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await dialog.getByRole('button', { name: /^Change password/ }).click();
    const confirmation = visitor.page.getByRole('dialog', { name: 'Confirm it’s you' });
    await confirmation.getByLabel('Your password', { exact: true }).fill('not the password');
    await confirmation.getByRole('button', { name: 'Confirm', exact: true }).click();
    await visitor.sees(confirmation.getByText('The password is not right'));
    await confirmation.getByRole('button', { name: 'Cancel' }).click();
    await visitor.seesNo(confirmation);
    expect(await dialog.getByLabel('New password', { exact: true }).inputValue()).toBe(NEW_PASSWORD);
  },
);

scene(
  'S6: when the session has ended the page asks to sign in and brings one back to where one was',
  stage,
  async (house) => {
    const { person, visitor } = await signedIn(house, 'Manager');
    await visitor.place('Groups').click();
    await visitor.link(/^Library Editor/).click();
    await visitor.sees(visitor.heading('Library Editor'));
    const { path } = visitor;
    await endSessions(house, person);
    visitor.expects(401, 'profile');
    visitor.expects(401, 'users');
    visitor.expects(401, 'groups');
    visitor.expects(401, 'people');
    await visitor.page.reload();
    await visitor.sees(visitor.heading('Sign in'));
    await signIn(visitor, person.email);
    await visitor.sees(visitor.heading('Library Editor'));
    expect(visitor.path).toBe(path);
  },
);

scene('S6: a form half filled in survives the end of the session', stage, async (house) => {
  const { person, visitor } = await signedIn(house, 'Manager');
  await visitor.place('Users').click();
  await visitor.link('Invite user').click();
  await visitor.fill({ Name: 'Half Written', 'E-mail': 'half@stonemere.example', Reason: 'Joins the firm' });
  await endSessions(house, person);
  visitor.expects(401, 'users.inviteUser');
  await visitor.button('Invite').click();
  await visitor.sees(visitor.heading('Sign in'), visitor.text('Your session ended.'));
  await signIn(visitor, person.email);
  await visitor.sees(visitor.heading('Invite user'));
  expect(await visitor.field('Name').inputValue()).toBe('Half Written');
  expect(await visitor.field('Reason').inputValue()).toBe('Joins the firm');
});

scene('signing out in one tab shows in the other by itself', stage, async (house) => {
  const { person, visitor } = await signedIn(house, 'Manager');
  const other = await visitor.context.newPage();
  await other.goto(`${visitor.url}/groups`);
  await other.getByRole('heading', { name: 'Staff groups' }).waitFor();
  await chooseFromMenu(visitor, person.displayName, 'Sign out');
  await visitor.sees(visitor.text('You are signed out.'));
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
});

scene('signed out, the back button shows nothing', stage, async (house) => {
  const { person, visitor } = await signedIn(house, 'Manager');
  await visitor.place('Users').click();
  await visitor.sees(row(visitor, 'Lena Fischer'));
  await chooseFromMenu(visitor, person.displayName, 'Sign out');
  await visitor.sees(visitor.heading('Sign in'));
  await visitor.page.goBack();
  await visitor.sees(visitor.heading('Sign in'));
  await visitor.seesNo(row(visitor, 'Lena Fischer'));
});

scene(
  'by keyboard alone: sign in, open the palette, go to users, open a row, close it',
  stage,
  async (house) => {
    const person = await onboard(house.server, admin().caller, {
      displayName: 'Kim Keyboard',
      email: 'kim@stonemere.example',
      groupIds: [await groupId(admin().caller, 'Manager')],
    });
    const visitor = await house.atStaffDoor('kim');
    const { keyboard } = visitor.page;
    await visitor.open('/');
    await visitor.sees(visitor.heading('Sign in'));
    await keyboard.type(person.email);
    await keyboard.press('Tab');
    await keyboard.type(PASSWORD);
    await keyboard.press('Enter');
    await visitor.sees(visitor.heading('One more step'));
    const other = visitor.button('Use a recovery code').and(visitor.page.locator(':focus'));
    for (let tabs = 0; tabs < 4 && (await other.count()) === 0; tabs += 1) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await visitor.sees(visitor.field('Recovery code'));
    await keyboard.type(recoveryCodeOf(person.email));
    await keyboard.press('Enter');
    await visitor.sees(visitor.heading('Welcome, Kim Keyboard'));

    await keyboard.press('Control+k');
    const palette = visitor.page.getByRole('combobox', { name: 'Command palette' });
    await visitor.sees(palette);
    await keyboard.type('users');
    await visitor.sees(visitor.page.getByRole('option', { name: /^Users/, selected: true }));
    await keyboard.press('Enter');
    await visitor.seesNo(palette);
    await visitor.sees(row(visitor, 'Lena Fischer'));

    const focused = visitor.page.locator('tr:focus');
    for (let tabs = 0; tabs < 30 && (await focused.count()) === 0; tabs += 1) await keyboard.press('Tab');
    expect(await focused.count()).toBe(1);
    await keyboard.press('j');
    const name = ((await focused.getByRole('button').first().textContent()) ?? '').split('\n')[0] ?? '';
    await keyboard.press('Enter');
    const panel = visitor.page
      .getByRole('complementary')
      .filter({ has: visitor.page.getByRole('heading', { level: 2 }) });
    await visitor.sees(panel.last());
    expect(visitor.path).toContain('open=');
    expect(name.length).toBeGreaterThan(0);
  },
);

scene('the keys G then G lead to the groups, and “?” shows all keys', stage, async (house) => {
  const { visitor } = await signedIn(house, 'Manager');
  await visitor.page.keyboard.press('g');
  await visitor.page.keyboard.press('g');
  await visitor.sees(visitor.heading('Staff groups'));
  await visitor.page.keyboard.press('?');
  await visitor.sees(visitor.page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  await visitor.page.keyboard.press('Escape');
  await visitor.seesNo(visitor.page.getByRole('dialog'));
});

scene('on a phone the menu reaches every place, the profile and the way out', stage, async (house) => {
  const { person, visitor } = await signedIn(house, 'Manager');
  await visitor.page.setViewportSize({ width: 360, height: 740 });
  await visitor.button('Open navigation').click();
  const drawer = visitor.page.getByRole('dialog', { name: 'Main' });
  await drawer.getByRole('link', { name: 'Groups' }).click();
  await visitor.sees(visitor.heading('Staff groups'));
  await visitor.button('Open navigation').click();
  await drawer.getByRole('button', { name: new RegExp(person.displayName) }).click();
  await visitor.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await visitor.sees(visitor.text('You are signed out.'));
});

scene(
  'S10: a newer link opened over an older one is the one that counts, and leaves the address bar',
  stage,
  async (house) => {
    const { link } = await invite(admin().caller, {
      displayName: 'Nora Keller',
      email: 'nora.keller@stonemere.example',
      groupIds: [],
    });
    const visitor = await house.atStaffDoor('nora');
    const older = `/accept-invitation#${'A'.repeat(43)}`;
    await visitor.open(older);
    await visitor.fill({ 'Your name': 'Typed Under The Older', Password: PASSWORD });
    visitor.expects(400, 'invitations.acceptInvitation');
    await visitor.button('Accept and sign in').click();
    await visitor.sees(visitor.text('This link does not work any more'));

    await visitor.page.goto(link);
    await visitor.sees(visitor.field('Your name'));
    expect(await visitor.field('Your name').inputValue(), 'a form begun anew').toBe('');
    expect(new URL(visitor.page.url()).hash).toBe('');
    await visitor.fill({ 'Your name': 'Nora Keller', Password: PASSWORD });
    await visitor.button('Accept and sign in').click();
    await visitor.sees(visitor.heading('Secure your account'));
  },
);
