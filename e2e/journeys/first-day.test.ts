import { expect } from 'vitest';
import {
  acceptInvitation,
  callFromPage,
  clipboard,
  effectPanel,
  inviteAndCopy,
  row,
  secureAccount,
  signIn,
} from '../support/acts.ts';
import { FIRM, PASSWORD } from '../support/people.ts';
import { setupLinkOf } from '../support/server.ts';
import { story, useStage } from '../support/stage.ts';
import type { Visitor } from '../support/visitor.ts';

const FIRST_START_LIMIT_MS = 90_000;

const stage = useStage(undefined, { isFirstStart: true });

/** Who takes part; each comes in at their step. */
const cast: { admin?: Visitor; tester?: Visitor; manager?: Visitor } = {};

function on(name: keyof typeof cast): Visitor {
  const visitor = cast[name];
  if (!visitor) throw new Error(`${name} has not come in yet`);
  return visitor;
}

story('The first day of a firm, from an empty database', stage, {
  'the first Admin opens the printed link, fills one page and is home within 90 seconds': async (house) => {
    const startedAt = performance.now();
    const admin = await house.atStaffDoor('admin');
    cast.admin = admin;
    await admin.page.goto(setupLinkOf(house.server));
    await admin.sees(admin.field('Name of your firm'));
    expect(admin.page.url(), 'the secret leaves the address bar').not.toContain('#');
    await admin.fill({
      'Name of your firm': FIRM,
      'Your name': 'Lena Fischer',
      'Your e-mail': 'lena.fischer@stonemere.example',
      Password: PASSWORD,
    });
    await admin.button('Create the first Admin').click();
    await secureAccount(admin);
    await admin.sees(admin.heading('Welcome, Lena Fischer'), admin.text('Invite your colleagues'));
    expect(performance.now() - startedAt).toBeLessThan(FIRST_START_LIMIT_MS);
    expect(admin.path).toBe('/');
  },

  'the printed link has done its work': async (house) => {
    const late = await house.atStaffDoor('late');
    await late.page.goto(setupLinkOf(house.server));
    await late.sees(late.text('The first Admin already exists'));
    await late.link('Go to sign-in').click();
    await late.sees(late.heading('Sign in'));
  },

  'the Admin creates a group with two permissions and reads its effect before saving': async () => {
    const admin = on('admin');
    await admin.place('Groups').click();
    await admin.link('New group').click();
    await admin.sees(effectPanel(admin).getByText('Nothing changes for anybody yet'));
    await admin.fill({ Name: 'Report Writers', Purpose: 'Write up what the testers found.' });
    await admin.page.getByRole('switch', { name: 'Manage Projects' }).click();
    await admin.page.getByRole('switch', { name: 'Manage Vulnerability Data' }).click();
    await admin.button('Create group').click();
    await admin.sees(admin.heading('Report Writers'), admin.text('2 of 7'));
    await admin.page
      .getByRole('radiogroup', { name: 'Reach of Manage Projects' })
      .getByRole('radio', { name: 'All projects' })
      .click();
    await admin.sees(effectPanel(admin).getByText('1 change reaches nobody yet.'));
    await admin.button('Discard').click();
    await admin.sees(effectPanel(admin).getByText('No changes yet'));
  },

  'a tester is invited, opens the copied link elsewhere and lands on what is theirs alone': async (house) => {
    const link = await inviteAndCopy(on('admin'), {
      name: 'Tom Weber',
      email: 'tom.weber@stonemere.example',
      group: 'Penetration Tester',
    });
    const tester = await house.atStaffDoor('tester');
    cast.tester = tester;
    await tester.page.goto(link);
    await acceptInvitation(tester, 'Tom Weber');
    await tester.sees(tester.heading('Welcome, Tom Weber'), tester.button(/Manage Projects/));
    const places = tester.page.getByRole('navigation', { name: 'Main' });
    expect(await places.getByRole('link').allInnerTexts()).toEqual([
      'Home',
      'Projects',
      'Companies',
      'People',
    ]);
    await tester.seesNo(tester.link('Invite user'), tester.text('Needs attention'));
  },

  'the tester’s link opens nothing a second time': async (house) => {
    const thief = await house.atStaffDoor('thief');
    thief.expects(400, 'invitations.acceptInvitation');
    await thief.page.goto(await clipboard(on('admin')));
    await acceptInvitation(thief, 'Somebody Else');
    await thief.sees(thief.text('This link does not work any more'));
  },

  'what the tester may not see is not there, by address either': async () => {
    const tester = on('tester');
    tester.expects(403, 'groups.listGroups');
    tester.expects(403, 'audit.listAudit');
    for (const path of ['/groups', '/audit']) {
      await tester.open(path);
      await tester.sees(tester.text('You may not see this'));
    }
    // The directory is for everybody; accounts are not.
    await tester.open('/users');
    await tester.sees(row(tester, 'Lena Fischer'));
    expect(tester.path).toBe('/people');
    await tester.seesNo(tester.text('lena.fischer@stonemere.example'));
    await tester.open('/');
  },

  'a manager who gives what they do not hold is told why not, by name, before and at saving': async (
    house,
  ) => {
    const link = await inviteAndCopy(on('admin'), {
      name: 'Priya Raman',
      email: 'priya.raman@stonemere.example',
      group: 'Manager',
    });
    const manager = await house.atStaffDoor('manager');
    cast.manager = manager;
    await manager.page.goto(link);
    await acceptInvitation(manager, 'Priya Raman');
    await manager.sees(manager.heading('Welcome, Priya Raman'));

    await manager.place('Groups').click();
    await manager.link(/^Project Manager/).click();
    await manager.sees(manager.heading('Project Manager'));
    await manager.page.getByRole('switch', { name: 'Manage Customers' }).click();
    const missing = 'You can give only what you hold without an end date. Missing: Manage Customers.';
    await manager.sees(effectPanel(manager).getByText(missing));
    expect(await manager.button('Save 1 change').isDisabled()).toBe(true);

    const groupId = new URL(manager.page.url()).pathname.split('/').at(-1);
    manager.expects(403, 'groups.updateGroup');
    const answer = await callFromPage(manager, 'groups.updateGroup', {
      groupId,
      version: 1,
      name: 'Project Manager',
      purpose: 'Runs engagements.',
      grants: { audience: 'STAFF', staff: [{ permission: 'manage-customers', reach: null }] },
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('Missing: Manage Customers');
    expect(answer.body).toContain('A1');
    await manager.button('Discard').click();
  },

  'deactivated by the Admin, the tester is out within seconds and reads why': async () => {
    const [admin, tester] = [on('admin'), on('tester')];
    await admin.place('Users').click();
    await row(admin, 'Tom Weber').click();
    const panel = admin.page.getByRole('complementary', { name: 'Tom Weber' });
    await panel.getByRole('button', { name: 'More actions' }).click();
    await admin.page.getByRole('menuitem', { name: 'Deactivate' }).click();
    const dialog = admin.page.getByRole('alertdialog', { name: 'Deactivate Tom Weber?' });
    await dialog.getByLabel('Reason').fill('Left the firm');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await admin.sees(admin.text('Tom Weber is deactivated'), panel.getByText('Inactive'));

    tester.expects(401, 'listPeople');
    tester.expects(401, 'getProfile');
    await tester.sees(tester.heading('Sign in'), tester.text('Your session ended.'));
    tester.expects(401, 'auth.signIn');
    await signIn(tester, 'tom.weber@stonemere.example');
    await tester.sees(tester.text('E-mail, username or password is not right'));
  },

  'the audit log tells all of it, by whom and of whom': async () => {
    const admin = on('admin');
    await admin.place('Audit log').click();
    for (const words of [
      /Lena Fischer.*completed the first start/,
      /Lena Fischer.*created group.*Report Writers/,
      /Lena Fischer.*invited.*Tom Weber/,
      /Tom Weber.*accepted the invitation/,
      /Priya Raman.*was refused/,
      /Lena Fischer.*deactivated.*Tom Weber/,
      /failed to sign in/,
    ])
      await admin.sees(admin.page.getByRole('row').filter({ hasText: words }).first());
    await admin.page
      .getByRole('row')
      .filter({ hasText: /deactivated/ })
      .first()
      .click();
    const panel = admin.page.getByRole('complementary').last();
    await admin.sees(panel.getByText('Left the firm').first(), panel.getByText('Before and after'));
  },
});
