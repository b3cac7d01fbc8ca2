import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { Caller } from './caller.ts';
import { enrol, recoveryCodeOf } from './factor.ts';
import { at, textAt } from './http.ts';
import { type RunningServer, setupLinkOf } from './server.ts';

/** Long enough, and nobody's name (S2). */
export const PASSWORD = 'quiet-harbour-lantern-42';

export const FIRM = 'Stonemere Security';

export interface Staff {
  id: string;
  displayName: string;
  email: string;
  caller: Caller;
}

export interface Invited {
  displayName: string;
  email: string;
  title?: string;
  username?: string;
  groupIds?: readonly string[];
  reason?: string;
  expiresAt?: string | null;
}

/** The secret of a one-time link: all after the `#`. */
export function secretOf(link: string): string {
  const secret = new URL(link).hash.slice(1);
  if (secret === '') throw new Error('the link holds no secret');
  return secret;
}

/** Makes the first Admin without a browser, for tests about what comes after. */
export async function setUp(server: RunningServer): Promise<Staff> {
  const person = { displayName: 'Lena Fischer', email: 'lena.fischer@stonemere.example' };
  const caller = new Caller(server.staffUrl);
  const secret = secretOf(setupLinkOf(server));
  await caller.done('mutate', 'setup.completeSetup', {
    secret,
    firmName: FIRM,
    password: PASSWORD,
    ...person,
  });
  await enrol(caller, person.email);
  const id = textAt(await caller.done('query', 'auth.getCurrent'), 'user', 'id');
  return { ...person, id, caller };
}

/** Invites somebody and returns the one-time link. */
export async function invite(by: Caller, input: Invited): Promise<{ id: string; link: string }> {
  const made = await by.done('mutate', 'users.inviteUser', { reason: 'Joins the firm', ...input });
  return { id: textAt(made, 'userId'), link: textAt(made, 'link') };
}

/** Invites somebody and accepts for them, without a browser. They are signed in. */
export async function onboard(server: RunningServer, by: Caller, input: Invited): Promise<Staff> {
  const { id, link } = await invite(by, input);
  const { displayName, email } = input;
  const caller = new Caller(server.staffUrl);
  await caller.done('mutate', 'invitations.acceptInvitation', {
    secret: secretOf(link),
    displayName,
    password: PASSWORD,
  });
  await enrol(caller, email);
  return { id, displayName, email, caller };
}

/** Signs somebody in anew, who has then not confirmed who they are. */
export async function signedInAnew({ caller, email }: Pick<Staff, 'caller' | 'email'>): Promise<Caller> {
  const fresh = new Caller(caller.url);
  const { data } = await fresh.signIn(email, PASSWORD);
  if (at(data, 'next') === 'factor') await fresh.presentRecoveryCode(recoveryCodeOf(email));
  return fresh;
}

/** Ids of all groups by name. */
export async function groupIds(by: Caller): Promise<ReadonlyMap<string, string>> {
  const list = await by.done('query', 'groups.listGroups');
  const rows: unknown = Reflect.get(Object(list), 'rows');
  if (!Array.isArray(rows)) throw new Error('groups.listGroups brought no rows');
  return new Map(rows.map((row: unknown) => [textAt(row, 'name'), textAt(row, 'id')]));
}

/** The id of one group. @throws when there is none of this name */
export async function groupId(by: Caller, name: string): Promise<string> {
  const id = (await groupIds(by)).get(name);
  if (id === undefined) throw new Error(`there is no group ${name}`);
  return id;
}

export interface Customer {
  id: string;
  companyId: string;
  companyName: string;
  email: string;
  /** Of an open invitation. */
  secret: string;
}

/** A client company with one invited customer, by SQL: their screens come later. */
export async function inviteCustomer(
  owner: pg.Pool,
  {
    companyName,
    email,
    group = 'customer-administrator',
  }: { companyName: string; email: string; group?: string },
): Promise<Customer> {
  const companyId = await inserted(
    owner,
    `insert into company (id, kind, name) values (gen_random_uuid(), 'EXTERNAL', $1) returning id`,
    [companyName],
  );
  const id = await inserted(
    owner,
    `insert into account (id, audience, company_id, company_kind, display_name, email, status, invitation_ends_at)
     values (gen_random_uuid(), 'CUSTOMER', $1, 'EXTERNAL', $2, $3, 'INVITED', app.now() + interval '14 days') returning id`,
    [companyId, email, email],
  );
  await inserted(
    owner,
    `insert into membership (group_id, account_id, audience, reason)
     select id, $1, 'CUSTOMER', 'Speaks for the client' from access_group where key = $2 returning group_id as id`,
    [id, group],
  );
  const secret = randomBytes(32).toString('base64url');
  await inserted(
    owner,
    `insert into one_time_link (id, secret_hash, purpose, account_id, expires_at)
     values (gen_random_uuid(), $1, 'INVITATION', $2, app.now() + interval '1 day') returning id`,
    [createHash('sha256').update(secret).digest(), id],
  );
  return { id, companyId, companyName, email, secret };
}

/** Invites a customer and accepts for them, without a browser; they are signed in at the portal. */
export async function onboardCustomer(
  server: RunningServer,
  owner: pg.Pool,
  input: { companyName: string; email: string; displayName: string },
): Promise<Customer & { caller: Caller }> {
  const customer = await inviteCustomer(owner, input);
  const caller = new Caller(server.portalUrl);
  const { secret, email } = customer;
  await caller.done('mutate', 'invitations.acceptInvitation', {
    secret,
    displayName: input.displayName,
    password: PASSWORD,
  });
  if (caller.cookie === null) await caller.signIn(email, PASSWORD);
  return { ...customer, caller };
}

async function inserted(owner: pg.Pool, sql: string, values: readonly unknown[]): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(sql, [...values]);
  const [row] = rows;
  if (!row) throw new Error('nothing was inserted');
  return row.id;
}
