import { readFile } from 'node:fs/promises';
import { expect, vi } from 'vitest';
import { row, signIn } from '../support/acts.ts';
import type { Caller } from '../support/caller.ts';
import {
  attachPicture,
  complete,
  HARBOUR_SCAN,
  makeCompany,
  makeFinding,
  makeProject,
  upload,
} from '../support/engagement.ts';
import { at, textAt } from '../support/http.ts';
import { onboardCustomer, PASSWORD, setUp } from '../support/people.ts';
import { pngOf } from '../support/png.ts';
import { examineScreens, portal, type Screen, staff } from '../support/screens.ts';
import { type Stage, useStage } from '../support/stage.ts';
import type { Visitor } from '../support/visitor.ts';

const COMPANY = 'Aldervale Bank and Savings Cooperative of the Northern Counties';
const OPEN = 'Ledger of the northern branches with all its vouchers';
const DONE = 'Harbour office, autumn';
const FINDING = 'Voucher numbers of other branches can be read';

/** Addresses of what is there. */
const paths = { company: '', open: '', done: '', finding: '', read: '', preview: '' };

/** Waits until a job has done its work. */
async function untilReady(caller: Caller, path: string, input: object) {
  const look = async () => expect(at(await caller.done('query', path, input), 'state')).toBe('READY');
  await vi.waitFor(look, { timeout: 60_000, interval: 200 });
}

const stage = useStage(async ({ server, owner }) => {
  const { caller } = await setUp(server);
  await caller.confirmIdentity(PASSWORD);
  const { companyId } = await onboardCustomer(server, owner, {
    companyName: COMPANY,
    email: 'mara.holt@aldervale.example',
    displayName: 'Mara Holt',
  });
  await makeCompany(caller, 'Birch Logistics');
  await upload(caller, `logos/${companyId}`, 'logo.png', pngOf(96, 96, [20, 90, 160]));
  const open = await makeProject(caller, companyId, OPEN);
  const finding = await makeFinding(caller, open, FINDING);
  await attachPicture(caller, finding, pngOf(320, 160, [200, 60, 30]));
  const scan = textAt(
    await upload(caller, `imports/${open}`, 'harbour-office.nessus', await readFile(HARBOUR_SCAN)),
    'id',
  );
  await untilReady(caller, 'imports.getImport', { importId: scan });
  const done = await makeProject(caller, companyId, DONE);
  const read = await makeFinding(caller, done, FINDING);
  await attachPicture(caller, read, pngOf(320, 160, [200, 60, 30]));
  await complete(caller, done);
  const { id: reportId } = Object(await caller.done('mutate', 'reports.generateReport', { projectId: done }));
  await untilReady(caller, 'reports.getReport', { reportId });
  await caller.done('mutate', 'reports.releaseReport', { reportId });
  Object.assign(paths, {
    company: `/companies/${companyId}`,
    open: `/projects/${open}`,
    done: `/projects/${done}`,
    finding: `/projects/${open}/findings/${finding}`,
    read: `/findings/${read}`,
    preview: `/projects/${open}/import/${scan}`,
  });
});

const screens: readonly Screen[] = [
  staff('home with projects', true, async (v) => {
    await v.open('/');
    await v.sees(v.heading('My projects'), row(v, OPEN));
  }),
  staff('companies', true, async (v) => {
    await v.open('/companies');
    await v.sees(row(v, COMPANY));
  }),
  staff('new company', true, async (v) => {
    await v.open('/companies/new');
    await v.button('Add contact').click();
    await v.button('Add company').click();
    await v.sees(v.heading('New company'), v.text('Contact 1'));
  }),
  staff('company', true, async (v) => {
    await v.open(paths.company);
    await v.sees(v.heading(COMPANY), v.button('Replace'));
  }),
  staff('customers of a company', true, async (v) => {
    await v.open(`${paths.company}/customers`);
    await v.sees(row(v, 'Mara Holt'));
  }),
  staff('customer invitation', true, async (v) => {
    await v.open(`${paths.company}/customers`);
    await v.button('Invite customer').click();
    await v.sees(v.page.getByRole('checkbox', { name: /^Customer Administrator/ }));
  }),
  staff('projects of a company', true, async (v) => {
    await v.open(`${paths.company}/projects`);
    await v.sees(row(v, OPEN));
  }),
  staff('projects', true, async (v) => {
    await v.open('/projects');
    await v.sees(row(v, OPEN), row(v, DONE));
  }),
  staff('projects with the panel', true, async (v) => {
    await v.open('/projects');
    await row(v, OPEN).click();
    await v.sees(v.link('Open project'));
  }),
  staff('new project', true, async (v) => {
    await v.open('/projects/new');
    await v.sees(v.page.getByRole('checkbox', { name: 'OWASP Top 10 2021' }));
    await v.button('Create project').click();
    await v.sees(v.text('Choose a type.'));
  }),
  staff('project summary', true, async (v) => {
    await v.open(paths.open);
    await v.sees(v.heading(OPEN), v.button('Complete project'), v.text('office network'));
  }),
  staff('project form', true, async (v) => {
    await v.open(`${paths.open}/edit`);
    await v.sees(v.heading('Edit project'), v.page.getByRole('textbox', { name: /^Description/ }));
  }),
  staff('completion dialog', true, async (v) => {
    await v.open(paths.open);
    await v.button('Complete project').click();
    await v.sees(v.page.getByRole('alertdialog').getByText('Mara Holt'));
  }),
  staff('completed project', true, async (v) => {
    await v.open(paths.done);
    await v.sees(v.text('Completed by Lena Fischer on'));
  }),
  staff('team', true, async (v) => {
    await v.open(`${paths.open}/team`);
    await v.sees(row(v, 'Lena Fischer'));
  }),
  staff('scope', true, async (v) => {
    await v.open(`${paths.open}/scope`);
    await v.sees(row(v, '192.0.2.0/24'));
  }),
  staff('scope with the list to paste', true, async (v) => {
    await v.open(`${paths.open}/scope?add=true`);
    await v.fill({ 'One target per line': 'gate.example\n192.0.2.0/40\n192.0.2.0/24' });
    await v.sees(v.text('1 new · 1 there already · 1 refused'));
  }),
  staff('findings', true, async (v) => {
    await v.open(`${paths.open}/findings`);
    await v.sees(row(v, FINDING));
  }),
  staff('finding editor', true, async (v) => {
    await v.open(paths.finding);
    await v.sees(v.page.getByRole('cell', { name: 'North' }), v.text('all branches'));
  }),
  staff('publish dialog', true, async (v) => {
    await v.open(`${paths.open}/findings`);
    await row(v, FINDING).getByRole('checkbox').check();
    await v.button('Publish').click();
    await v.sees(v.page.getByRole('alertdialog'));
  }),
  staff('import', true, async (v) => {
    await v.open(`${paths.open}/import`);
    await v.sees(v.button('Choose a file'), row(v, 'harbour-office.nessus'));
  }),
  staff('import preview', true, async (v) => {
    await v.open(paths.preview);
    await v.sees(v.heading('Preview of the import'), row(v, 'Mail Server Greets With Its Version'));
  }),
  staff('reports', true, async (v) => {
    await v.open(`${paths.done}/reports`);
    await v.sees(v.text('Version 1.0'), v.text('Released by Lena Fischer'));
  }),
  staff('a project that is not there', true, async (v) => {
    v.expects(404, 'projects.getProject');
    await v.open('/projects/01890000-0000-7000-8000-000000000000');
    await v.sees(v.text('Not found, or not shared with you'));
  }),
  portal('home with results', true, async (v) => {
    await v.open('/');
    await v.sees(v.page.getByRole('table', { name: 'Open findings' }), v.heading('Latest reports'));
  }),
  portal('projects', true, async (v) => {
    await v.open('/projects');
    await v.sees(v.link(new RegExp(`^${DONE}`)));
  }),
  portal('project', true, async (v) => {
    await v.open(paths.done);
    await v.sees(v.heading(DONE), row(v, FINDING), v.link(/^Download/));
  }),
  portal('findings', true, async (v) => {
    await v.open('/findings');
    await v.sees(row(v, FINDING));
  }),
  portal('finding', true, async (v) => {
    await v.open(paths.read);
    await v.sees(v.heading(FINDING), v.heading('Evidence'));
  }),
  portal('finding with its image large', true, async (v) => {
    await v.open(paths.read);
    await v.button(/^Open large/).click();
    await v.sees(v.page.getByRole('dialog'));
  }),
  portal('reports', true, async (v) => {
    await v.open('/reports');
    await v.sees(v.text('Version 1.0'));
  }),
];

/** Signs in once per door: every sign-in hashes. */
async function arrive(house: Stage, { door }: Screen): Promise<Visitor> {
  const visitor = door === 'staff' ? await house.atStaffDoor('visitor') : await house.atPortal('visitor');
  await visitor.open('/');
  if (door === 'staff') await signIn(visitor, 'lena.fischer@stonemere.example');
  else await signIn(visitor, 'mara.holt@aldervale.example', 'E-mail');
  await visitor.sees(visitor.place('Home'));
  return visitor;
}

examineScreens(stage, screens, arrive);
