import { effectPanel, row, signIn } from '../support/acts.ts';

import {
  groupId,
  groupIds,
  invite,
  inviteCustomer,
  onboard,
  onboardCustomer,
  PASSWORD,
  setUp,
} from '../support/people.ts';
import { examineScreens, portal, type Screen, staff } from '../support/screens.ts';
import { setupLinkOf } from '../support/server.ts';
import { type Stage, useStage } from '../support/stage.ts';
import type { Visitor } from '../support/visitor.ts';

const links = { setup: '', invitation: '', customer: '', groupEditor: '', user: '' };

const stage = useStage(async (house) => {
  links.setup = setupLinkOf(house.server);
  const { caller } = await setUp(house.server);
  await caller.confirmIdentity(PASSWORD);
  const groups = await groupIds(caller);
  links.groupEditor = `/groups/${groups.get('Penetration Tester')}`;
  const tester = await onboard(house.server, caller, {
    displayName: 'Maximiliane Wolkenstein-Trostburg',
    email: 'maximiliane.wolkenstein-trostburg@stonemere-security.example',
    title: 'Senior penetration tester, embedded systems',
    groupIds: [await groupId(caller, 'Penetration Tester'), await groupId(caller, 'Library Editor')],
  });
  links.user = `/users/${tester.id}`;
  await caller.done('mutate', 'users.inviteUser', {
    displayName: 'Sven Contractor',
    email: 'sven@contractor.example',
    reason: 'Red team in March',
    expiresAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
    groupIds: [groups.get('Contractor')],
  });
  const { link } = await invite(caller, { displayName: 'Ada New', email: 'ada@stonemere.example' });
  links.invitation = link;
  const waiting = await inviteCustomer(house.owner, {
    companyName: 'Birch Logistics',
    email: 'jon.berg@birch.example',
  });
  links.customer = `/accept-invitation#${waiting.secret}`;
  await onboardCustomer(house.server, house.owner, {
    companyName: 'Aldervale Bank and Savings Cooperative of the Northern Counties',
    email: 'mara.holt@aldervale.example',
    displayName: 'Mara Holt',
  });
});

const screens: readonly Screen[] = [
  staff('sign-in', false, async (v) => {
    await v.open('/sign-in');
    await v.sees(v.heading('Sign in'), v.text('Stonemere Security'));
  }),
  staff('sign-in with errors', false, async (v) => {
    await v.open('/sign-in');
    await v.button('Sign in').click();
    await v.sees(v.text('Fill this in.'));
  }),
  staff('setup after it is done', false, async (v) => {
    await v.page.goto(links.setup);
    await v.sees(v.text('The first Admin already exists'));
  }),
  staff('accept invitation', false, async (v) => {
    await v.page.goto(links.invitation);
    await v.fill({ Password: 'short' });
    await v.sees(v.text('more characters'));
  }),
  staff('an incomplete link', false, async (v) => {
    await v.open('/accept-invitation');
    await v.sees(v.text('This link is not complete'));
  }),
  staff('home', true, async (v) => {
    await v.open('/');
    await v.sees(
      v.heading(/^Welcome/),
      v.text('has not accepted the invitation'),
      v.button(/Manage Projects/),
    );
  }),
  staff('users', true, async (v) => {
    await v.open('/users');
    await v.sees(row(v, 'Maximiliane'));
  }),
  staff('users with nobody found', true, async (v) => {
    await v.open('/users?search=zzzz');
    await v.sees(v.text('Nobody matches'));
  }),
  staff('users with the panel', true, async (v) => {
    await v.open('/users');
    await row(v, 'Maximiliane').click();
    await v.sees(v.page.getByRole('complementary', { name: /Maximiliane/ }).getByText('May do, and why'));
  }),
  staff('user', true, async (v) => {
    await v.open(links.user);
    await v.sees(v.heading(/^Maximiliane/), v.text('May do, and why'));
  }),
  staff('invite', true, async (v) => {
    await v.open('/users/invite');
    await v.sees(v.heading('Invite user'), v.page.getByRole('checkbox', { name: /Contractor/ }));
  }),
  staff('deactivate dialog', true, async (v) => {
    await v.open(links.user);
    await v.button('More actions').click();
    await v.page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await v.sees(v.page.getByRole('alertdialog'));
  }),
  staff('people', true, async (v) => {
    await v.open('/people');
    await v.sees(v.text('Maximiliane'));
  }),
  staff('groups', true, async (v) => {
    await v.open('/groups');
    await v.sees(v.heading('Customer groups'), row(v, 'Customer Auditor'));
  }),
  staff('group editor with effect', true, async (v) => {
    await v.open(links.groupEditor);
    await v.page.getByRole('switch', { name: 'Manage Customers' }).click();
    await v.sees(effectPanel(v).getByText(/gains Manage Customers/));
  }),
  staff('new group', true, async (v) => {
    await v.open('/groups/new');
    await v.sees(v.heading('New group'), effectPanel(v));
  }),
  staff('audit with the panel', true, async (v) => {
    await v.open('/audit');
    await row(v, 'completed the first start').first().click();
    await v.sees(v.text('Before and after'));
  }),
  staff('own security', true, async (v) => {
    await v.open('/profile/security');
    await v.sees(v.text('Authenticator app'), v.text('This device'), v.text('No passkey yet'));
  }),
  staff('profile', true, async (v) => {
    await v.open('/profile');
    await v.sees(
      v.heading('Lena Fischer'),
      v
        .button('Change password')
        .or(v.button(/^Change password/))
        .first(),
    );
  }),
  staff('change password dialog', true, async (v) => {
    await v.open('/profile#password');
    await v.sees(v.page.getByRole('dialog', { name: 'Change password' }));
  }),
  staff('account menu', true, async (v) => {
    await v.open('/profile');
    await v.sees(v.heading('Lena Fischer'));
    if (
      !(await v.page
        .getByRole('button', { name: /Lena Fischer/ })
        .first()
        .isVisible())
    )
      await v.button('Open navigation').click();
    await v.page
      .getByRole('button', { name: /Lena Fischer/ })
      .first()
      .click();
    await v.sees(v.page.getByRole('menuitem', { name: 'Sign out' }));
  }),
  staff('command palette', true, async (v) => {
    await v.open('/');
    await v.sees(v.heading(/^Welcome/));
    await v.page.keyboard.press('Control+k');
    await v.sees(v.page.getByRole('option', { name: /Audit log/ }));
  }),
  staff('shortcuts', true, async (v) => {
    await v.open('/');
    await v.sees(v.heading(/^Welcome/));
    await v.page.keyboard.press('?');
    await v.sees(v.page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  }),
  staff('not found', true, async (v) => {
    await v.open('/nothing/here');
    await v.sees(v.heading('Not found, or not shared with you'));
  }),
  staff('a user that is not there', true, async (v) => {
    v.expects(404, 'users.getUser');
    await v.open('/users/01890000-0000-7000-8000-000000000000');
    await v.sees(v.text('Not found, or not shared with you'));
  }),
  portal('sign-in', false, async (v) => {
    await v.open('/sign-in');
    await v.sees(v.heading('Client portal'), v.text('No account yet?'));
  }),
  portal('accept invitation', false, async (v) => {
    await v.open(links.customer);
    await v.sees(v.heading('Accept your invitation'), v.text('invites you'));
  }),
  portal('home', true, async (v) => {
    await v.open('/');
    await v.sees(v.heading('Welcome, Mara Holt'), v.text('has not published anything yet'));
  }),
  portal('own security', true, async (v) => {
    await v.open('/profile/security');
    await v.sees(v.text('Authenticator app'), v.text('This device'), v.text('No passkey yet'));
  }),
  portal('profile', true, async (v) => {
    await v.open('/profile');
    await v.sees(v.field('Name'));
  }),
  portal('account menu', true, async (v) => {
    await v.open('/');
    await v.page.getByRole('button', { name: /^Account/ }).click();
    await v.sees(v.page.getByRole('menuitem', { name: 'Sign out' }));
  }),
  portal('not found', true, async (v) => {
    await v.open('/nothing/here');
    await v.sees(v.heading('Not found, or not shared with you'));
  }),
];

/** Signs in once per door: every sign-in hashes, and the sessions of an account are ten at most. */
async function arrive(house: Stage, { door, isSignedIn }: Screen): Promise<Visitor> {
  const visitor = door === 'staff' ? await house.atStaffDoor('visitor') : await house.atPortal('visitor');
  if (!isSignedIn) return visitor;
  await visitor.open('/');
  if (door === 'staff') await signIn(visitor, 'lena.fischer@stonemere.example');
  else await signIn(visitor, 'mara.holt@aldervale.example', 'E-mail');
  await visitor.sees(visitor.heading(/^Welcome/));
  return visitor;
}

examineScreens(stage, screens, arrive);
