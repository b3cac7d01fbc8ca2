import { effectPanel } from '../support/acts.ts';
import type { Visitor } from '../support/visitor.ts';

export interface Picture {
  name: string;
  /** Persona of the demo whose eyes these are; null: nobody is signed in. */
  as: string | null;
  door: 'staff' | 'portal';
  /** Stands in docs/pictures; the others are for looking at. */
  isPublished?: boolean;
  show(visitor: Visitor): Promise<void>;
}

const PROJECT = 'Online banking';

/** Opens a page and waits for its heading. */
const page = (path: string, heading: string | RegExp) => async (v: Visitor) => {
  await v.open(path);
  await v.sees(v.heading(heading).first());
};

/** Opens a list, goes into one of its things, and from there perhaps to a part of it. */
const inside = (path: string, name: string, part?: string) => async (v: Visitor) => {
  await v.open(path);
  const entry = v.page.getByRole('main').getByText(name, { exact: true }).first();
  await entry.click();
  // A row of a long table opens a panel first.
  const open = v.page.getByRole('link', { name: /^Open (user|project)/ });
  await v.sees(v.heading(name).or(open).first());
  if ((await open.count()) > 0) await open.click();
  await v.page.waitForURL((url) => url.pathname.split('/').length > 2);
  await v.sees(v.heading(name).first());
  if (part === undefined) return;
  await v.open(`${v.path.split('?')[0]}/${part}`);
  await v.sees(v.page.getByRole('main'));
};

const inProject = (part?: string) => inside('/projects', PROJECT, part);
const inUser = (part?: string) => inside('/users', 'Tobias Okonkwo', part);
const inCompany = (part?: string) => inside('/companies', 'Aldervale Bank', part);

const staff = (name: string, show: Picture['show'], isPublished = false): Picture => ({
  name,
  as: 'admin',
  door: 'staff',
  isPublished,
  show,
});
const portal = (name: string, show: Picture['show'], isPublished = false): Picture => ({
  name,
  as: 'customer-admin-a',
  door: 'portal',
  isPublished,
  show,
});

/** What is photographed, in the order in which it is. */
export const PICTURES: readonly Picture[] = [
  { name: 'sign-in', as: null, door: 'staff', isPublished: true, show: page('/sign-in', /Sign in|Welcome/) },
  staff('home', page('/', /^Welcome/), true),
  staff('users', page('/users', 'Users'), true),
  staff('user', inUser()),
  staff('user-groups', inUser('groups')),
  staff('user-sessions', inUser('sessions')),
  staff('user-security', inUser('security')),
  staff('user-activity', inUser('activity')),
  staff('user-danger', inUser('danger')),
  staff('invite', page('/users/invite', /Invite/)),
  staff('groups', page('/groups', 'Groups')),
  staff(
    'group-editor',
    async (v) => {
      await inside('/groups', 'Penetration Tester')(v);
      await v.page
        .getByRole('radiogroup', { name: 'Reach of Manage Projects' })
        .getByRole('radio', { name: 'All projects' })
        .click();
      await v.page.getByRole('switch', { name: 'Manage Vulnerability Data' }).click();
      // The last answer stays in sight while the next one is worked out.
      await v.sees(
        effectPanel(v)
          .getByText(/2 changes/)
          .first(),
      );
      await effectPanel(v).and(v.page.locator(':not([aria-busy])')).waitFor();
    },
    true,
  ),
  staff('companies', page('/companies', 'Companies')),
  staff('company', inCompany()),
  staff('company-customers', inCompany('customers')),
  staff('company-policy', inCompany('policy')),
  staff('projects', page('/projects', 'Projects')),
  staff('project', inProject()),
  staff('project-scope', inProject('scope')),
  staff('project-team', inProject('team')),
  staff('project-findings', inProject('findings')),
  staff('project-import', inProject('import')),
  staff(
    'import-preview',
    async (v) => {
      await inside('/projects', 'Branch and cash machine network', 'import')(v);
      await v.page
        .getByRole('main')
        .getByRole('link', { name: /\.nessus/ })
        .first()
        .click();
      await v.sees(v.text(/finding/));
    },
    true,
  ),
  staff('project-reports', inProject('reports')),
  staff(
    'finding-editor',
    async (v) => {
      await inside('/projects', 'Mobile banking', 'findings')(v);
      await v.page.getByRole('main').getByRole('row').nth(1).click();
      await v.sees(v.text('Rating comes from'));
    },
    true,
  ),
  staff(
    'audit',
    async (v) => {
      await page('/audit', 'Audit log')(v);
      await v.page.getByRole('row').nth(2).click();
    },
    true,
  ),
  staff('settings-security', page('/settings/security', 'Second factors')),
  staff('settings-networks', page('/settings/networks', /Networks/)),
  staff('settings-mail', page('/settings/mail', /Mail/)),
  staff('settings-activity', page('/settings/activity', /Sign-in activity/)),
  staff('settings-alerts', page('/settings/alerts', /alert/i)),
  staff('mailbox', page('/mailbox', /Mailbox/)),
  staff('profile', page('/profile', 'Samuel Adeyemi')),
  staff('profile-security', page('/profile/security', /Security|Samuel/)),
  staff('profile-activity', page('/profile/activity', /Activity|Samuel/)),
  staff('profile-tokens', page('/profile/tokens', /tokens|Samuel/i)),
  staff('profile-preferences', page('/profile/preferences', /Preferences|Samuel/)),
  staff('palette', async (v) => {
    await page('/', /^Welcome/)(v);
    await v.page.keyboard.press('Control+k');
    await v.sees(v.page.getByRole('option', { name: /Audit log/ }));
  }),
  {
    name: 'portal-sign-in',
    as: null,
    door: 'portal',
    isPublished: true,
    show: page('/sign-in', 'Client portal'),
  },
  portal('portal-home', page('/', 'Open risk'), true),
  portal('portal-projects', page('/projects', 'Projects')),
  portal('portal-project', inside('/projects', PROJECT)),
  portal('portal-findings', page('/findings', 'Findings')),
  portal(
    'portal-finding',
    async (v) => {
      await page('/findings', 'Findings')(v);
      await v.page.getByRole('main').getByRole('link').first().click();
      await v.page.waitForURL(/findings\/./);
      await v.sees(v.page.getByRole('heading', { level: 1 }));
    },
    true,
  ),
  portal('portal-reports', page('/reports', 'Reports')),
  portal('portal-profile', page('/profile', 'My profile')),
  portal('portal-profile-security', page('/profile/security', 'My profile')),
  portal('portal-profile-activity', page('/profile/activity', 'My profile')),
];
