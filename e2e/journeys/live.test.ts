import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn } from '../support/acts.ts';
import { makeCompany, makeFinding, makeProject } from '../support/engagement.ts';
import { groupId, onboard, PASSWORD, type Staff, setUp } from '../support/people.ts';
import { scene, useStage } from '../support/stage.ts';
import type { Visitor } from '../support/visitor.ts';

const firm: { admin?: Staff; lead?: Staff; projectId: string } = { projectId: '' };

const stage = useStage(async ({ server }) => {
  const admin = await setUp(server);
  await admin.caller.confirmIdentity(PASSWORD);
  firm.admin = admin;
  firm.lead = await onboard(server, admin.caller, {
    displayName: 'Ines Duarte',
    email: 'ines.duarte@stonemere.example',
    groupIds: [await groupId(admin.caller, 'Penetration Tester')],
  });
  const companyId = await makeCompany(admin.caller, 'Harbour Trust');
  firm.projectId = await makeProject(firm.lead.caller, companyId, 'Harbour office');
});

function lead(): Staff {
  if (!firm.lead) throw new Error('the firm is not set up');
  return firm.lead;
}

/** Counts the streams that this browser has open, whichever tab holds them. */
function watchStreams({ context }: Visitor): { opened: () => number; open: () => number } {
  const open = new Set<unknown>();
  let opened = 0;
  context.on('request', (request) => {
    if (!request.url().includes('/trpc/live.events')) return;
    opened += 1;
    open.add(request);
  });
  context.on('requestfinished', (request) => void open.delete(request));
  context.on('requestfailed', (request) => void open.delete(request));
  return { opened: () => opened, open: () => open.size };
}

function rowIn(page: Page, words: string) {
  return page.getByRole('row').filter({ hasText: words });
}

scene(
  'two tabs share one stream, both show what a colleague does, and the lead passes on',
  stage,
  async (house) => {
    const visitor = await house.atStaffDoor('admin');
    const streams = watchStreams(visitor);
    await visitor.open('/');
    await signIn(visitor, 'lena.fischer@stonemere.example');
    await visitor.sees(visitor.heading('Welcome, Lena Fischer'));
    const path = `/projects/${firm.projectId}/findings`;
    await expect.poll(streams.open).toBe(1);
    await visitor.open(path);
    await visitor.button('New finding').first().waitFor();
    const other = await visitor.openTab(path);
    await other.getByRole('button', { name: 'New finding' }).first().waitFor();

    await makeFinding(lead().caller, firm.projectId, 'Seen at once in both');
    await rowIn(visitor.page, 'Seen at once in both').waitFor();
    await rowIn(other, 'Seen at once in both').waitFor();
    expect(streams.open()).toBe(1);

    const before = streams.opened();
    await visitor.page.close();
    await expect.poll(streams.opened).toBe(before + 1);
    await makeFinding(lead().caller, firm.projectId, 'Seen by who is left');
    await rowIn(other, 'Seen by who is left').waitFor();
    expect(streams.opened()).toBe(before + 1);
  },
);

scene(
  'what is being written stays when a colleague saves the same finding, and the two are compared',
  stage,
  async (house) => {
    const findingId = await makeFinding(lead().caller, firm.projectId, 'Written by two');
    const visitor = await house.atStaffDoor('admin');
    await visitor.open(`/projects/${firm.projectId}/findings/${findingId}`);
    await signIn(visitor, 'lena.fischer@stonemere.example');
    await visitor.sees(visitor.heading('Written by two'));
    const text = visitor.page.getByRole('textbox', { name: 'Description' });
    await text.fill('What I am writing just now.');
    const { caller } = lead();
    const { version, ...saved } = Object(await caller.done('query', 'findings.getFinding', { findingId }));
    await caller.done('mutate', 'findings.updateFinding', {
      findingId,
      version,
      title: saved.title,
      severitySource: saved.severitySource,
      severity: saved.severity,
      cvss31Vector: saved.cvss31.vector,
      cvss40Vector: saved.cvss40.vector,
      cwe: [639],
      cve: saved.cve,
      links: saved.links,
      description: saved.description,
      impact: 'Saved meanwhile by the lead.',
      steps: saved.steps,
      recommendation: saved.recommendation,
    });
    await visitor.sees(visitor.text('Ines Duarte saved this finding meanwhile.'));
    expect(await text.inputValue()).toBe('What I am writing just now.');
    await visitor.button('Compare').click();
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Save this' }).click();
    await visitor.sees(visitor.text(/^Saved/));
    const after = Object(await caller.done('query', 'findings.getFinding', { findingId }));
    expect([after.description, after.impact]).toEqual([
      'What I am writing just now.',
      'Saved meanwhile by the lead.',
    ]);
  },
);
