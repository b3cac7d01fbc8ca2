import { expect } from 'vitest';
import { choose, row } from './acts.ts';
import { copyPicture, lastPart } from './engagement-acts.ts';
import { FIRM } from './people.ts';
import { pngOf } from './png.ts';
import { type ReadPdf, squeezed } from './read-pdf.ts';
import type { Visitor } from './visitor.ts';

export const CLIENT = 'Harbour Trust';
export const PROJECT = 'Harbour office, autumn';
export const OWN = 'Voucher numbers of other branches can be read';
export const SPARE = 'Noted on the way, not yet written';
const DESCRIPTION = `The ledger accepts **any** voucher number of any branch.

| Branch | Vouchers |
| --- | --- |
| North quay | 1,204 |`;
/** In the steps and nowhere else: who may not view steps must not meet it. */
export const CANARY = 'lanternfish';
const STEPS = `1. Sign in as a clerk of one branch.
2. Open \`/ledger/${CANARY}/1204\`.`;
export const RECOMMENDATION = 'Check the branch of the voucher against the branch of the clerk.';
export const CAPTION = 'Voucher 1204 of another branch';
const VECTOR_40 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N';
export const SEVERITIES = { Critical: 1, High: 1, Medium: 2, Low: 1, Info: 2 };

/** What a released PDF must be, whoever it is for. */
export function demandReport(pdf: ReadPdf): void {
  const [cover = ''] = pdf.pages;
  for (const words of [PROJECT, CLIENT, FIRM, 'Version 1.0', 'Confidential'])
    expect(squeezed(cover)).toContain(squeezed(words));
  const text = squeezed(pdf.pages.join(' '));
  for (const words of ['Contents', OWN, DESCRIPTION.slice(0, 10), RECOMMENDATION, 'ledger.harbour.example/v'])
    expect(text).toContain(squeezed(words));
  expect(pdf.isMarked).toBe(true);
  for (const role of ['Document', 'H1', 'P', 'Table', 'Figure']) expect([...pdf.roles]).toContain(role);
  expect(pdf.title).toContain(PROJECT);
  expect(pdf.language).toMatch(/^en/);
  expect(pdf.bookmarks.join('\n')).toContain(OWN);
  expect(pdf.innerLinks).toBeGreaterThan(7);
  expect(pdf.addresses).toContain('https://cwe.example/639');
}

/** A finding by hand: scored twice, classified, with a pasted screenshot and places. Returns its id. */
export async function writeFinding(lead: Visitor): Promise<string> {
  await lead.button('New finding').click();
  const dialog = lead.page.getByRole('dialog', { name: 'New finding' });
  await dialog.getByLabel('Title', { exact: true }).fill(OWN);
  await dialog.getByRole('button', { name: 'Create finding' }).click();
  await lead.sees(lead.heading(OWN));
  const id = lastPart(lead);

  await lead.page.getByRole('textbox', { name: 'Description' }).fill(DESCRIPTION);
  await lead.sees(lead.page.getByRole('cell', { name: 'North quay' }));
  await lead.page.getByRole('tab', { name: /^Steps/ }).click();
  const steps = lead.page.getByRole('textbox', { name: 'Steps to reproduce' });
  await steps.fill(STEPS);
  await copyPicture(lead, pngOf(320, 160, [200, 60, 30]));
  await steps.press('Control+End');
  await steps.press('Control+v');
  const preview = lead.page.getByRole('tabpanel', { name: /^Steps/ }).getByRole('img');
  await lead.sees(preview);
  expect(await steps.inputValue()).toMatch(/\]\(evidence:[0-9a-f-]{36}\)/);
  await expect.poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
  await lead.page.getByRole('tab', { name: /^Recommendation/ }).click();
  await lead.page.getByRole('textbox', { name: 'Recommendation' }).fill(RECOMMENDATION);

  await lead.page.getByRole('textbox', { name: 'CVSS 4.0, Vector' }).fill(VECTOR_40);
  await lead.sees(lead.page.getByText('Score 7.1, High'));
  await choose(lead, 'Rating comes from', 'CVSS 3.1');
  for (const [metric, value] of Object.entries({
    AV: 'N',
    AC: 'L',
    PR: 'L',
    UI: 'N',
    S: 'U',
    C: 'H',
    I: 'N',
    A: 'N',
  }))
    await lead.page
      .getByRole('radiogroup', { name: new RegExp(`\\(${metric}\\)$`) })
      .locator(`label:has(input[value="${value}"])`)
      .click();
  await lead.sees(lead.page.getByText('Score 6.5, Medium'));
  await lead.page.getByRole('combobox', { name: 'CWE' }).fill('639');
  await lead.page.getByRole('option', { name: /CWE-639/ }).click();
  await lead.field('Links').fill('https://cwe.example/639');
  await lead.page.getByRole('textbox', { name: 'Links' }).press('Enter');
  await lead.button(/^Save/).click();
  await lead.sees(lead.text(/^Saved/));

  await lead.button('Add instances').first().click();
  const places = lead.page.getByRole('dialog', { name: 'Add instances' });
  await places
    .getByLabel('One place per line')
    .fill('https://ledger.harbour.example/vouchers # all branches\nledger.harbour.example:8443/tcp');
  await places.getByRole('button', { name: 'Add', exact: true }).click();
  await lead.sees(places.getByText('2 instances added'));
  await places.getByRole('button', { name: 'Done' }).click();
  await lead.sees(row(lead, 'all branches'));
  await lead.page.reload();
  await lead.sees(
    lead.page.getByText('Score 6.5, Medium'),
    lead.page.getByRole('cell', { name: 'North quay' }),
  );
  return id;
}
