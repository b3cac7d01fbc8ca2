import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type Called, Caller } from '../support/caller.ts';
import { HARBOUR_SCAN, makeFinding, makeProject, upload } from '../support/engagement.ts';
import { useHouse } from '../support/house.ts';
import { at, textAt } from '../support/http.ts';
import { nastyBodies } from '../support/nasty.ts';
import { groupId, onboard, onboardCustomer, PASSWORD, setUp, signedInAnew } from '../support/people.ts';
import { type KnownIds, PORTAL_PROCEDURES, type Procedure, STAFF_PROCEDURES } from '../support/procedures.ts';

const SEED = Number(process.env['SALLYPORT_SEED'] ?? Date.now() % 1_000_000);

const house = useHouse(async ({ server, owner }) => {
  const admin = await setUp(server);
  await admin.caller.confirmIdentity(PASSWORD);
  const group = await groupId(admin.caller, 'Penetration Tester');
  const tester = await onboard(server, admin.caller, {
    displayName: 'Tom Weber',
    email: 'tom.weber@stonemere.example',
    groupIds: [group],
  });
  const invited = await onboardCustomer(server, owner, {
    companyName: 'Aldervale Bank',
    email: 'mara.holt@aldervale.example',
    displayName: 'Mara Holt',
  });
  const customer = { ...invited, caller: await signedInAnew(invited) };
  const ids: KnownIds = {
    userId: tester.id,
    groupId: group,
    customerGroupId: await groupId(admin.caller, 'Customer Viewer'),
    companyId: customer.companyId,
    customerId: customer.id,
    ...(await engagementOf(admin.caller, customer.companyId)),
    nowhere: '01890000-0000-7000-8000-000000000000',
  };
  // Nobody is told to deactivate this one.
  const colleague = await onboard(server, admin.caller, {
    displayName: 'Aiko Mori',
    email: 'aiko.mori@stonemere.example',
    groupIds: [group],
  });
  const bystander = { ...colleague, caller: await signedInAnew(colleague) };
  return { admin, bystander, customer, ids };
});

/** A project with something of everything, shown to its client. */
async function engagementOf(by: Caller, companyId: string) {
  const projectId = await makeProject(by, companyId, 'Quay, autumn');
  const findingId = await makeFinding(by, projectId, 'Vouchers can be read');
  await by.done('mutate', 'findings.publishFindings', { projectId, findingIds: [findingId] });
  const choices = await by.done('query', 'projects.getProjectChoices');
  const scan = await upload(by, `imports/${projectId}`, 'scan.nessus', await readFile(HARBOUR_SCAN));
  return {
    projectId,
    findingId,
    importId: textAt(scan, 'id'),
    typeId: textAt(choices, 'types', 0, 'id'),
    standardId: textAt(choices, 'standards', 0, 'id'),
    scopeItemId: textAt(await by.done('query', 'scope.listScope', { projectId }), 'rows', 0, 'id'),
    instanceId: textAt(await by.done('query', 'findings.getFinding', { findingId }), 'instances', 0, 'id'),
  };
}

/** What a refusal may say to whom: never our own words about the machine. */
const INSIDES =
  /prisma|postgres|pg_|select |insert |at \/|node:|\.ts:|\.js:|stack|SQLSTATE|relation "|syntax error/i;

const ALLOWED = new Set([200, 400, 401, 403, 404, 409, 413, 429]);

/** A caller who may be signed out or thrown out by what is sent; the session itself lives on elsewhere. */
function copyOf(caller: Caller): Caller {
  const copy = new Caller(caller.url);
  copy.cookie = caller.cookie;
  return copy;
}

/** What is wrong with an answer, in words; null when it is a plain refusal or a success. */
function faultOf({ status, code, error, body }: Called): string | null {
  if (!ALLOWED.has(status)) return `${status} ${body.slice(0, 200)}`;
  if (status === 200) return null;
  const said = at(error, 'userMessage');
  if (code === undefined || typeof said !== 'string')
    return `${status} without our words: ${body.slice(0, 200)}`;
  return INSIDES.test(said) ? `${status} tells of the inside: ${said}` : null;
}

/** So many at a time: the next is written while the server still answers the last. */
const AT_ONCE = 4;

/** Sends everything and returns all that went wrong, so that one run shows every kind. */
async function attack(procedure: Procedure, caller: Caller): Promise<string[]> {
  const faults: string[] = [];
  const bodies = nastyBodies(procedure.input(house().ids), SEED).values();
  const sendRest = async () => {
    for (const body of bodies) {
      // Queries too by POST: an address would be cut off before the procedure saw it.
      const calls = [await copyOf(caller).mutate(procedure.path, undefined, { body })];
      if (procedure.kind === 'query' && body.length < 4_000)
        calls.push(await copyOf(caller).query(`${procedure.path}?input=${encodeURIComponent(body)}`));
      for (const fault of calls.map(faultOf)) if (fault) faults.push(`${body.slice(0, 200)} → ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendRest));
  // Thrown out on the way, the rest would have met a closed door and proved nothing.
  if ((await caller.query('auth.getCurrent')).status !== 200) faults.push('the session ended meanwhile');
  return faults;
}

/** Among the nasty are inputs that work: these would end the session of whoever has confirmed who they are. */
const ENDS_SESSIONS = /^(?:profile\.changePassword|factors\.|sessions\.)/;

/** Signing out with any of it would end the one session that all tests use. */
const harmless = ({ path }: Procedure) => path !== 'auth.signOut';

describe(`no input makes a 500 (seed ${SEED})`, () => {
  test.each(STAFF_PROCEDURES.filter(harmless))('staff $path', async (procedure) => {
    const { admin, bystander } = house();
    // Who has not confirmed who they are is refused after all is parsed and hashed.
    const attacker = ENDS_SESSIONS.test(procedure.path) ? bystander : admin;
    expect(await attack(procedure, attacker.caller)).toEqual([]);
  });

  test.each(PORTAL_PROCEDURES.filter(harmless))('portal $path', async (procedure) => {
    expect(await attack(procedure, house().customer.caller)).toEqual([]);
  });

  test('none is left out: the tables of this test name what the access matrix names', async () => {
    const matrix = await readFile(new URL('../../docs/access-matrix.md', import.meta.url), 'utf8');
    const [, staff = '', portal = ''] = matrix.split(
      /^## (?:Staff dashboard|Customer portal|Tools, with a token|HTTP routes.*)$/m,
    );
    // A procedure may have several rows, such as "users.inviteUser (without groups)".
    const named = (part: string) =>
      [...new Set([...part.matchAll(/^### (\w+\.\w+)/gm)].map(([, path]) => path))].toSorted();
    const attacked = (table: readonly Procedure[]) => table.map(({ path }) => path).toSorted();
    // The stream of changes has no input to be nasty with.
    const streams = ['live.events'];
    expect([...attacked(STAFF_PROCEDURES), ...streams].toSorted()).toEqual(named(staff));
    expect(attacked(PORTAL_PROCEDURES)).toEqual(named(portal));
  });

  test('nor does it to strangers, who are refused before anything is parsed', async () => {
    const { server, ids } = house();
    const doors = [
      [server.staffUrl, STAFF_PROCEDURES],
      [server.portalUrl, PORTAL_PROCEDURES],
    ] as const;
    for (const [url, procedures] of doors) {
      for (const procedure of procedures.filter(({ isPublic }) => !isPublic)) {
        const caller = new Caller(url);
        for (const body of [
          'null',
          '"x"',
          '{"__proto__":{"isAdmin":true}}',
          JSON.stringify(procedure.input(ids)),
        ]) {
          const called = await caller[procedure.kind](
            procedure.path,
            procedure.kind === 'query' ? JSON.parse(body) : undefined,
            procedure.kind === 'query' ? {} : { body },
          );
          expect([called.status, called.code], `${procedure.path} ${body}`).toEqual([401, 'UNAUTHENTICATED']);
        }
      }
    }
  });

  test('and afterwards everything is as it was: one Admin, nobody new with rights', async () => {
    const { admin, owner } = house();
    const { rows } = await owner.query<{ admins: number }>(
      'select count(*)::int as admins from account where is_admin',
    );
    expect(rows[0]?.admins).toBe(1);
    expect((await admin.caller.query('auth.getCurrent')).status).toBe(200);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });
});
