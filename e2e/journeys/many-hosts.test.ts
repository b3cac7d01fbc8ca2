import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { signIn } from '../support/acts.ts';
import { addCompany, addProject, sendScan, watchProgress } from '../support/engagement-acts.ts';
import { setUp } from '../support/people.ts';
import { story, useStage } from '../support/stage.ts';
import type { Visitor } from '../support/visitor.ts';

/** A scan of a real network, which is handed over beside the project and not part of it. */
const SCAN = fileURLToPath(new URL('../../../shared/scans/nessus/many-hosts.nessus', import.meta.url));
const hasScan = await access(SCAN).then(
  () => true,
  () => false,
);
if (!hasScan) console.warn(`Skipped: the scan ${SCAN} is not beside this project.`);

const PROJECT = 'All hosts, spring';
const cast: { admin?: Visitor } = {};

function admin(): Visitor {
  if (!cast.admin) throw new Error('the Admin has not come in yet');
  return cast.admin;
}

const stage = useStage(async (house) => {
  if (hasScan) await setUp(house.server);
});

/** What the severity in a row of a table says. */
function rowsOf({ page }: Visitor, severity: string) {
  return page.getByRole('row').filter({ has: page.getByRole('cell', { name: severity, exact: true }) });
}

/** Adds up a column of numbers, as somebody would with a pencil. */
async function instancesOf(visitor: Visitor, severity: string): Promise<number> {
  const headers = await visitor.page.getByRole('columnheader').allInnerTexts();
  const column = headers.findIndex((header) => header.trim() === 'Instances');
  expect(column).toBeGreaterThan(0);
  const rows = await rowsOf(visitor, severity).all();
  const counts = await Promise.all(rows.map((found) => found.getByRole('cell').nth(column).textContent()));
  return counts.reduce((sum, text) => sum + Number((text ?? '').replace(/\D/g, '')), 0);
}

story(
  'A scan of many hosts',
  stage,
  {
    'is previewed and imported with every place, severity by severity': async (house) => {
      const visitor = await house.atStaffDoor('admin');
      cast.admin = visitor;
      await visitor.open('/');
      await signIn(visitor, 'lena.fischer@stonemere.example');
      await addCompany(visitor, 'Aldervale Bank');
      await addProject(visitor, { company: 'Aldervale Bank', name: PROJECT, description: 'Every host.' });
      const progress = await watchProgress(visitor);
      await sendScan(visitor, SCAN);
      await visitor.sees(
        visitor.heading('Preview of the import'),
        visitor.text('32 findings, 296 instances; 32 new'),
      );
      expect(await progress()).toContain('Sending many-hosts.nessus');
      expect(await instancesOf(visitor, 'Info')).toBe(266);
      expect(await instancesOf(visitor, 'Low')).toBe(7);
      expect(await instancesOf(visitor, 'Medium')).toBe(23);
      for (const severity of ['Critical', 'High']) expect(await rowsOf(visitor, severity).count()).toBe(0);
      await visitor.button('Import 32 findings').click();
      await visitor.sees(visitor.text('32 new findings and 296 new instances.'));
      await visitor.link('Open findings').click();
      await visitor.sees(visitor.text('32 findings, 32 drafts'));
      expect(await instancesOf(visitor, 'Info')).toBe(266);
      expect((await instancesOf(visitor, 'Low')) + (await instancesOf(visitor, 'Medium'))).toBe(30);
    },

    'a second time changes nothing': async () => {
      const visitor = admin();
      await sendScan(visitor, SCAN);
      await visitor.sees(
        visitor.text('32 findings, 296 instances; 0 new'),
        visitor.button(/^Unchanged 32/),
        visitor.button('Nothing new to import'),
      );
      expect(await visitor.button('Nothing new to import').isDisabled()).toBe(true);
      expect(await visitor.button(/^New 0/).isDisabled()).toBe(true);
      await visitor.button('Discard').click();
      await visitor.page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
      await visitor.sees(visitor.text('This import was discarded').first());
      await visitor.page
        .getByRole('navigation', { name: 'Parts of this project' })
        .getByRole('link', { name: /^Findings/ })
        .click();
      await visitor.sees(visitor.text('32 findings, 32 drafts'));
      expect(await instancesOf(visitor, 'Info')).toBe(266);
    },
  },
  { isSkipped: !hasScan },
);
