import { expect } from 'vitest';
import { confirmIdentity, row, signIn } from '../support/acts.ts';
import { groupId, onboard, PASSWORD, type Staff, setUp } from '../support/people.ts';
import { scene, useStage } from '../support/stage.ts';

const PHONE = { width: 360, height: 740 } as const;
const firm: { admin?: Staff } = {};

function admin(): Staff {
  if (!firm.admin) throw new Error('the firm is not set up');
  return firm.admin;
}

const stage = useStage(async ({ server }) => {
  firm.admin = await setUp(server);
  await firm.admin.caller.confirmIdentity(PASSWORD);
});

async function makeToken({ caller }: Staff, name: string): Promise<void> {
  await caller.confirmIdentity(PASSWORD);
  await caller.done('mutate', 'tokens.create', {
    name,
    scopes: [{ permission: 'manage-projects', reach: 'ASSIGNED' }],
  });
}

scene('T1: whoever manages somebody sees their API tokens, and ends one', stage, async (house) => {
  const ines = await onboard(house.server, admin().caller, {
    displayName: 'Ines Duarte',
    email: 'ines@stonemere.example',
    groupIds: [await groupId(admin().caller, 'Penetration Tester')],
  });
  const lena = await house.atStaffDoor('lena', { viewport: PHONE });
  lena.expects(403, 'users.revokeToken');
  await lena.open('/');
  await signIn(lena, admin().email);
  await lena.sees(lena.heading(`Welcome, ${admin().displayName}`));
  await lena.open(`/users/${ines.id}/security`);
  await lena.sees(lena.text('Nothing acts at the tools door for Ines Duarte.'));

  await makeToken(ines, 'Nessus on build-7');
  await lena.page.reload();
  await lena.sees(row(lena, 'Nessus on build-7'));
  const width = await lena.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, 'nothing stands beside the phone').toBeLessThanOrEqual(PHONE.width);
  await lena.button('Revoke Nessus on build-7').click();
  await lena.page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await confirmIdentity(lena);
  await lena.sees(lena.text('“Nessus on build-7” is revoked'));
  await lena.sees(lena.text('Nothing acts at the tools door for Ines Duarte.'));
});

scene('A2: of whom one does not dominate, neither tokens nor networks are told', stage, async (house) => {
  await makeToken(admin(), 'Reporting script');
  const marta = await onboard(house.server, admin().caller, {
    displayName: 'Marta Nowak',
    email: 'marta@stonemere.example',
    groupIds: [await groupId(admin().caller, 'Manager')],
  });
  const visitor = await house.atStaffDoor('marta');
  await visitor.open('/');
  await signIn(visitor, marta.email);
  await visitor.sees(visitor.heading('Welcome, Marta Nowak'));
  await visitor.open(`/users/${admin().id}/security`);
  await visitor.sees(visitor.text('Out of your hands'), visitor.text('Limits of this account'));
  await visitor.seesNo(row(visitor, 'Reporting script'), visitor.button('Add network'));
});

scene('S9: one person is held to a network of their own', stage, async (house) => {
  const tom = await onboard(house.server, admin().caller, {
    displayName: 'Tom Weber',
    email: 'tom@stonemere.example',
    groupIds: [await groupId(admin().caller, 'Penetration Tester')],
  });
  const lena = await house.atStaffDoor('lena');
  lena.expects(403, 'addressRules.update');
  await lena.open('/');
  await signIn(lena, admin().email);
  await lena.sees(lena.heading(`Welcome, ${admin().displayName}`));
  await lena.open(`/users/${tom.id}/security`);
  await lena.button('Add network').click();
  await lena.field('Network or address').fill('203.0.113.0/24');
  await lena.button(/^Save networks/).click();
  await confirmIdentity(lena);
  await lena.sees(lena.text('Networks saved'));
  await lena.page.reload();
  await lena.sees(lena.field('Network or address'));
  expect(await lena.field('Network or address').inputValue()).toBe('203.0.113.0/24');
});
