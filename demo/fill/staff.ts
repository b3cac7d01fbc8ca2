import { Done } from '@sallyport/contracts/common';
import { CurrentUser, GroupList, InvitationLink, OwnProfile } from '@sallyport/contracts/staff';
import { z } from 'zod';
import { ADMIN, FIRM, type SampleStaff, STAFF } from '../sample/staff.ts';
import { Caller } from './caller.ts';
import { type House, known, type Resident } from './house.ts';
import { enrolAuthenticator, type KeptFactor } from './second-factor.ts';

/** Names the firm, makes the first Admin with the link of the terminal, and brings everybody else in by invitation. */
export async function settleStaff(house: House, setupLink: string): Promise<void> {
  const admin = new Caller(house.staffUrl);
  const { displayName, email, title } = ADMIN;
  const input = { secret: secretOf(setupLink), firmName: FIRM, displayName, email, password: house.password };
  await admin.mutate('setup.completeSetup', input, Done);
  const factor = await enrolAuthenticator(admin);
  const { user } = await admin.query('auth.getCurrent', {}, CurrentUser);
  house.residents.set(ADMIN.key, resident(ADMIN, user.id, admin, factor));
  const { version } = await admin.query('profile.getProfile', {}, OwnProfile);
  await admin.mutate('profile.updateProfile', { version, displayName, title }, OwnProfile);
  await confirmIdentity(admin, house.password);
  const groups = await groupIds(admin);
  for (const person of STAFF) {
    const settled = await onboard(house, admin, groups, person);
    house.residents.set(person.key, settled);
    const { isAdmin, reason } = person;
    if (isAdmin) await admin.mutate('users.setAdmin', { userId: settled.id, isAdmin, reason }, Done);
  }
}

/** Ids of all groups by name. */
async function groupIds(by: Caller): Promise<ReadonlyMap<string, string>> {
  const { rows } = await by.query('groups.listGroups', {}, GroupList);
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** The secret of a one-time link: all after the `#`. A demo shows links, since its mail goes nowhere. */
export function secretOf(link: string | null): string {
  if (link === null) throw new Error('the link was not shown');
  return new URL(link).hash.slice(1);
}

async function onboard(
  { staffUrl, password }: House,
  by: Caller,
  groups: ReadonlyMap<string, string>,
  person: SampleStaff,
): Promise<Resident> {
  const { displayName, email, title, reason, expiresAt } = person;
  const ids = person.groups.map((name) => known(groups, name, 'group'));
  const { userId, link } = await by.mutate(
    'users.inviteUser',
    { displayName, email, title, reason, expiresAt, groupIds: ids },
    InvitationLink,
  );
  const caller = new Caller(staffUrl);
  await caller.mutate(
    'invitations.acceptInvitation',
    { secret: secretOf(link), displayName, password },
    Done,
  );
  const factor = await enrolAuthenticator(caller);
  await confirmIdentity(caller, password);
  return resident(person, userId, caller, factor);
}

/** S8: what changes anybody's access asks for it, and it holds for a while. */
async function confirmIdentity(caller: Caller, password: string): Promise<void> {
  await caller.mutate('auth.confirmIdentity', { password }, z.unknown());
}

function resident(
  { key, email, groups }: SampleStaff,
  id: string,
  caller: Caller,
  factor: KeptFactor,
): Resident {
  return { key, id, door: 'staff', email, groups, company: null, factor, caller };
}
