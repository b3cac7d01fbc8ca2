import { expect } from 'vitest';
import {
  acceptInvitation,
  callFromPage,
  choose,
  download,
  inviteAndCopy,
  row,
  secureAccount,
} from '../support/acts.ts';
import { HARBOUR_SCAN } from '../support/engagement.ts';
import {
  addCompany,
  addProject,
  inviteToPortal,
  sendScan,
  tab,
  watchProgress,
} from '../support/engagement-acts.ts';
import {
  CANARY,
  CAPTION,
  CLIENT,
  demandReport,
  OWN,
  PROJECT,
  RECOMMENDATION,
  SEVERITIES,
  SPARE,
  writeFinding,
} from '../support/engagement-story.ts';
import { FIRM, PASSWORD } from '../support/people.ts';
import { pngOf } from '../support/png.ts';
import { readPdf, squeezed } from '../support/read-pdf.ts';
import { setupLinkOf } from '../support/server.ts';
import { story, useStage } from '../support/stage.ts';
import type { Visitor } from '../support/visitor.ts';

const stage = useStage();

const cast: Record<'admin' | 'lead' | 'customer' | 'viewer' | 'outsider', Visitor | undefined> = {
  admin: undefined,
  lead: undefined,
  customer: undefined,
  viewer: undefined,
  outsider: undefined,
};
const links = { customer: '', viewer: '', outsider: '' };
const made: { project: string; finding: string; report: Buffer; fileName: string } = {
  project: '',
  finding: '',
  report: Buffer.alloc(0),
  fileName: '',
};

function on(name: keyof typeof cast): Visitor {
  const visitor = cast[name];
  if (!visitor) throw new Error(`${name} has not come in yet`);
  return visitor;
}

story('A whole engagement, from an empty database to the client', stage, {
  'the first Admin comes by the printed link, invites a tester, and the tester accepts': async (house) => {
    const admin = await house.atStaffDoor('admin');
    cast.admin = admin;
    await admin.page.goto(setupLinkOf(house.server));
    await admin.fill({
      'Name of your firm': FIRM,
      'Your name': 'Lena Fischer',
      'Your e-mail': 'lena.fischer@stonemere.example',
      Password: PASSWORD,
    });
    await admin.button('Create the first Admin').click();
    await secureAccount(admin);
    await admin.sees(admin.heading('Welcome, Lena Fischer'));
    const link = await inviteAndCopy(admin, {
      name: 'Ines Duarte',
      email: 'ines.duarte@stonemere.example',
      group: 'Penetration Tester',
    });
    const lead = await house.atStaffDoor('lead');
    cast.lead = lead;
    await lead.page.goto(link);
    await acceptInvitation(lead, 'Ines Duarte');
    await lead.sees(lead.heading('Welcome, Ines Duarte'));
  },

  'the Admin adds two clients, one with a logo, and invites their people': async () => {
    const admin = on('admin');
    await addCompany(admin, CLIENT);
    await admin.page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: pngOf(96, 96, [20, 90, 160]) });
    await admin.sees(admin.text('Logo saved'), admin.button('Replace'));
    links.customer = await inviteToPortal(admin, {
      name: 'Mara Holt',
      email: 'mara.holt@harbour.example',
      group: 'Customer Administrator',
    });
    links.viewer = await inviteToPortal(admin, {
      name: 'Jon Berg',
      email: 'jon.berg@harbour.example',
      group: 'Customer Viewer',
    });
    await admin.sees(row(admin, 'Mara Holt').getByText('Invited'), row(admin, 'Customer Viewer'));
    await addCompany(admin, 'Birch Logistics');
    links.outsider = await inviteToPortal(admin, {
      name: 'Ana Silva',
      email: 'ana.silva@birch.example',
      group: 'Customer Administrator',
    });
  },

  'each customer accepts at the portal and finds nothing there yet': async (house) => {
    for (const [who, name] of [
      ['customer', 'Mara Holt'],
      ['viewer', 'Jon Berg'],
      ['outsider', 'Ana Silva'],
    ] as const) {
      const visitor = await house.atPortal(who);
      cast[who] = visitor;
      expect(links[who]).toContain(house.server.portalUrl);
      await visitor.page.goto(links[who]);
      await acceptInvitation(visitor, name);
      await visitor.sees(visitor.text(`${FIRM} has not published anything yet`));
    }
  },

  'the tester plans a project, leads it, and pastes a scope with a duplicate and a bad line': async () => {
    const lead = on('lead');
    made.project = await addProject(lead, {
      company: CLIENT,
      name: PROJECT,
      description: 'Tested from the **office network**.\n\n- servers\n- workplaces',
    });
    await lead.sees(
      lead.page.getByRole('strong').filter({ hasText: 'office network' }),
      lead.page.getByRole('listitem').filter({ hasText: 'workplaces' }),
      lead.text('The scope is empty'),
    );
    await tab(lead, 'Scope').click();
    await lead.button('Add targets').first().click();
    await lead.fill({
      'One target per line': [
        'https://ledger.harbour.example/ # only after 18:00',
        '192.0.2.0/24',
        'LEDGER.harbour.example',
        'ledger.harbour.example',
        '192.0.2.0/40',
      ].join('\n'),
    });
    await lead.sees(lead.page.getByRole('status').filter({ hasText: '3 new · 1 there already · 1 refused' }));
    const outcome = (line: number) => lead.page.getByRole('listitem').filter({ hasText: `Line ${line}` });
    await lead.sees(
      outcome(1).getByText('only after 18:00'),
      outcome(4).getByText('There already'),
      outcome(5).getByText('Refused'),
    );
    await lead.button('Add 3 targets').click();
    await lead.sees(lead.text('3 targets added'), row(lead, '192.0.2.0/24'), row(lead, 'only after 18:00'));
  },

  'a scan is sent, previewed and imported': async () => {
    const lead = on('lead');
    const progress = await watchProgress(lead);
    await sendScan(lead, HARBOUR_SCAN);
    await lead.sees(lead.heading('Preview of the import'), lead.text('6 findings, 14 instances; 6 new'));
    expect(await progress()).toContain('Sending harbour-office.nessus');
    await lead.sees(lead.text('Nothing is written yet.'));
    await lead.button('Import 6 findings').click();
    await lead.sees(lead.text('6 new findings and 14 new instances.'));
    await lead.link('Open findings').click();
    await lead.sees(row(lead, 'Cargo Ledger < 4.2.1 Remote Command Execution'));
    expect(await lead.page.getByRole('row').count()).toBe(7);
  },

  'a finding is written by hand: scored twice, classified, with a pasted screenshot and places': async () => {
    made.finding = await writeFinding(on('lead'));
  },

  'the screenshot is described for those who cannot see it': async () => {
    const lead = on('lead');
    await lead.page
      .getByRole('region', { name: 'Evidence' })
      .getByRole('button')
      .filter({ has: lead.page.getByRole('img') })
      .click();
    const dialog = lead.page.getByRole('dialog', { name: 'Evidence' });
    await dialog.getByLabel('Caption').fill(CAPTION);
    await dialog.getByLabel(/^Description for those/).fill('The ledger shows a voucher of the north quay');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await lead.sees(lead.text('Evidence saved'));
  },

  'published, it is at the portal at once; taken back, it is gone': async () => {
    const [lead, customer] = [on('lead'), on('customer')];
    await lead.button(/^Publish/).click();
    const question = lead.page.getByRole('alertdialog', { name: `Publish this finding to ${CLIENT}?` });
    await lead.sees(question.getByText(`${CLIENT} sees this project for the first time.`));
    await question.getByRole('button', { name: 'Publish finding' }).click();
    await lead.sees(lead.text('F-01 is published'));
    await customer.open('/findings');
    await customer.sees(row(customer, OWN));

    await lead.button('More').click();
    await lead.page.getByRole('menuitem', { name: 'Unpublish' }).click();
    const back = lead.page.getByRole('alertdialog', { name: `Take this finding back from ${CLIENT}?` });
    await back.getByLabel('Reason').fill('One more check');
    await back.getByRole('button', { name: 'Unpublish finding' }).click();
    await lead.sees(lead.text('1 finding is taken back'));
    await customer.page.reload();
    await customer.sees(customer.text('No findings yet'));
    await customer.seesNo(row(customer, OWN));
  },

  'what is missing holds completion back until it is mended': async () => {
    const lead = on('lead');
    await lead.page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: 'Findings' })
      .click();
    await lead.button('New finding').click();
    const dialog = lead.page.getByRole('dialog', { name: 'New finding' });
    await dialog.getByLabel('Title', { exact: true }).fill(SPARE);
    await choose(lead, 'Severity', 'Low');
    await dialog.getByRole('button', { name: 'Create finding' }).click();
    await lead.sees(lead.heading(SPARE));
    await lead.open(`/projects/${made.project}`);
    await lead.sees(lead.text('1 finding has no instance. Add where it was found.'));
    await lead.button('Complete project').click();
    const blocked = lead.page.getByRole('alertdialog', { name: `${PROJECT} cannot be completed yet` });
    await lead.sees(blocked.getByText('1 finding has no instance'), blocked.getByText('no recommendation'));
    await blocked.getByRole('link', { name: 'Fix' }).first().click();
    await lead.sees(lead.heading(SPARE));
    await lead.button('More').click();
    await lead.page.getByRole('menuitem', { name: 'Delete finding' }).click();
    await lead.page.getByRole('alertdialog').getByRole('button', { name: 'Delete finding' }).click();
    await lead.sees(lead.text('Finding deleted'), row(lead, OWN));
    await lead.seesNo(row(lead, SPARE));
  },

  'completing says what becomes visible to whom, publishes it and locks the project': async () => {
    const lead = on('lead');
    await tab(lead, 'Summary').click();
    await lead.button('Complete project').click();
    const question = lead.page.getByRole('alertdialog', { name: `Complete ${PROJECT}?` });
    await lead.sees(
      question.getByText(`Completing publishes 7 findings to ${CLIENT}.`),
      question.getByText('2 people will see them.'),
      question.getByText('Mara Holt'),
      question.getByText('Jon Berg'),
      question.getByText(OWN),
    );
    await question.getByRole('button', { name: 'Complete and publish 7' }).click();
    await lead.sees(lead.text(`${PROJECT} is completed`), lead.text('Completed by Ines Duarte on'));
    await lead.seesNo(lead.button('Complete project'), lead.link('Edit'));
    await tab(lead, 'Scope').click();
    await lead.sees(row(lead, '192.0.2.0/24'));
    await lead.seesNo(lead.button('Add targets'), lead.page.getByRole('switch').first());
    await tab(lead, 'Findings').click();
    await lead.sees(row(lead, OWN));
    await lead.seesNo(lead.button('New finding'));
    await lead.open(`/projects/${made.project}/findings/${made.finding}`);
    await lead.sees(lead.text('This project is completed, so the finding is read only.'));
    await lead.seesNo(lead.button(/^Save/), lead.button('Add instances'), lead.button('Add an image'));
    const { findingId, projectId } = { findingId: made.finding, projectId: made.project };
    for (const [path, input] of [
      ['findings.createFinding', { projectId, title: 'Too late' }],
      ['instances.addInstances', { findingId, text: 'late.harbour.example' }],
      ['findings.unpublishFindings', { projectId, findingIds: [findingId], reason: 'x' }],
      ['scope.addScope', { projectId, text: 'late.harbour.example' }],
    ] as const) {
      lead.expects(403, path);
      const { status, body } = await callFromPage(lead, path, input);
      expect([status, body.includes('complete')], `${path}: ${body}`).toEqual([403, true]);
    }
  },

  'the report is generated, downloaded and released': async () => {
    const lead = on('lead');
    await lead.open(`/projects/${made.project}/reports`);
    await lead.sees(lead.button('Generate report'));
    const progress = await watchProgress(lead);
    await lead.button('Generate report').click();
    const release = lead.button(`Release to ${CLIENT}`);
    await release.waitFor({ timeout: 60_000 });
    expect(await progress()).toContain('Draft 1');
    await lead.sees(lead.text('would be version 1.0'), lead.text('7 findings'));
    await release.click();
    const question = lead.page.getByRole('alertdialog', { name: `Release version 1.0 to ${CLIENT}?` });
    await question.getByRole('button', { name: 'Release version 1.0' }).click();
    await lead.sees(lead.text('Version 1.0 is released'), lead.text('Released by Ines Duarte'));
    const { bytes, name } = await download(lead, lead.link('Download Version 1.0 as PDF'));
    made.report = bytes;
    made.fileName = name;
    expect(name).toMatch(/\.pdf$/);
  },

  'the released PDF says on its pages what was found, for readers with and without eyes': async () => {
    const pdf = await readPdf(made.report);
    demandReport(pdf);
    expect(squeezed(pdf.pages.join(' '))).toContain(CANARY);
    await on('lead').sees(on('lead').text(`${pdf.pages.length} pages`));
  },

  'the client’s administrator sees exactly what was published': async () => {
    const customer = on('customer');
    await customer.place('Home').click();
    const counted = customer.page.getByRole('table', { name: 'Open findings' });
    for (const [severity, count] of Object.entries(SEVERITIES))
      await customer.sees(counted.getByRole('row', { name: `${severity} ${count}` }));
    await customer.place('Projects').click();
    await customer.sees(customer.heading('Projects'));
    await customer.link(new RegExp(`^${PROJECT}`)).click();
    await customer.sees(
      customer.heading(PROJECT),
      customer.text('7 open'),
      customer.text('OWASP Top 10 2021'),
    );
    await expect
      .poll(() => customer.page.getByRole('table', { name: 'Findings' }).getByRole('row').count())
      .toBe(8);
    await row(customer, OWN).getByRole('link').click();
    await customer.sees(
      customer.heading(OWN),
      customer.text('Open'),
      customer.page.getByRole('cell', { name: 'North quay' }),
      customer.text(CANARY),
      customer.text(RECOMMENDATION),
      customer.text('CWE-639'),
      customer.text('all branches'),
    );
    const image = customer.page
      .getByRole('article')
      .getByRole('img', { name: 'The ledger shows a voucher of the north quay' });
    await customer.sees(image);
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(320);
    await customer.place('Reports').click();
    const { bytes, name } = await download(customer, customer.link(/^Download .*version 1\.0/));
    expect(name).toBe(made.fileName);
    expect(bytes.equals(made.report)).toBe(true);
  },

  'the client’s viewer sees no steps and no evidence, and gets the report without them': async () => {
    const viewer = on('viewer');
    await viewer.open(`/findings/${made.finding}`);
    await viewer.sees(viewer.heading(OWN), viewer.text(RECOMMENDATION));
    await viewer.seesNo(
      viewer.text(CANARY),
      viewer.heading('Steps to reproduce'),
      viewer.heading('Evidence'),
    );
    expect(
      await viewer.page
        .getByRole('article')
        .getByRole('img', { name: /voucher/i })
        .count(),
    ).toBe(0);
    await viewer.place('Reports').click();
    const { bytes } = await download(viewer, viewer.link(/^Download .*version 1\.0/));
    expect(bytes.equals(made.report)).toBe(false);
    const [full, plain] = [await readPdf(made.report), await readPdf(bytes)];
    demandReport(plain);
    const text = squeezed(plain.pages.join(' '));
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(squeezed('Voucher 1204'));
    expect(plain.images).toBe(full.images - 1);
    expect(bytes.includes(CANARY)).toBe(false);
  },

  'another client’s people find none of it, by address either': async () => {
    const outsider = on('outsider');
    for (const path of [`/projects/${made.project}`, `/findings/${made.finding}`]) {
      outsider.expects(404, 'projects.getProject');
      outsider.expects(404, 'findings.getFinding');
      outsider.expects(404, 'reports.listReports');
      outsider.expects(404, 'findings.listFindings');
      await outsider.open(path);
      await outsider.sees(outsider.text('Not found, or not shared with you'));
      await outsider.seesNo(outsider.text(PROJECT), outsider.text(OWN));
    }
    await outsider.place('Home').click();
    await outsider.sees(outsider.text(`${FIRM} has not published anything yet`));
  },

  'the caption of the screenshot stands below it, in the report and at the portal': async () => {
    const { pages } = await readPdf(made.report);
    expect(squeezed(pages.join(' '))).toContain(squeezed(CAPTION));
    const customer = on('customer');
    await customer.open(`/findings/${made.finding}`);
    await customer.sees(customer.page.getByRole('article').getByText(CAPTION));
  },
});
