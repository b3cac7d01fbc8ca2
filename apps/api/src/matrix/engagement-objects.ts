import { makeClient, makeCustomer, makeProject, makeScopeItem, makeStaff } from '@sallyport/testing';
import { pngOf } from '../doors/testing/evidence.ts';
import type { TestDoors } from '../doors/testing/test-doors.ts';
import { inSettledTransaction } from '../trpc/settle.ts';
import type { CellObject, ObjectState } from './matrix-row.ts';
import type { Actor } from './personas.ts';

const TEAM_ROLE: Partial<Record<ObjectState, 'TESTER' | 'REVIEWER' | 'OBSERVER'>> = {
  tested: 'TESTER',
  reviewed: 'REVIEWER',
  observed: 'OBSERVER',
};
const LED: readonly ObjectState[] = ['led', 'completed'];

/** A project that lacks nothing; the actor is on it what the state says, if staff at all. */
export async function makeProjectObject(
  { db }: TestDoors,
  state: ObjectState,
  actor: Actor,
): Promise<CellObject> {
  const self = actor.account?.audience === 'STAFF' ? actor.account : await makeStaff(db);
  const role = TEAM_ROLE[state];
  const project = await makeProject(db, {
    owners: [LED.includes(state) ? self : await makeStaff(db)],
    team: role ? [{ account: self, role }] : [],
    isRestricted: state === 'restricted',
    testStart: '2026-03-01',
    testEnd: '2026-03-10',
    ...(state === 'completed' ? { completedAt: new Date() } : {}),
  });
  await db.owner.query(
    `INSERT INTO project_standard (project_id, company_id, standard_id)
     SELECT $1, $2, id FROM report_standard ORDER BY position LIMIT 1`,
    [project.id, project.companyId],
  );
  const scopeItemId = await makeScopeItem(db, project);
  const { id, version, companyId, ownerIds } = project;
  return { id, version, companyId, ownerId: ownerIds[0] ?? '', scopeItemId };
}

/** A client company; `led`: the actor leads one of its projects. */
export async function makeCompanyObject(
  { db }: TestDoors,
  state: ObjectState,
  { account }: Actor,
): Promise<CellObject> {
  const company = await makeClient(db);
  if (state === 'led' && account?.audience === 'STAFF') await makeProject(db, { company, owners: [account] });
  return { id: company.id, version: 1 };
}

/** The same with a logo behind it. */
export async function makeCompanyWithLogo(
  doors: TestDoors,
  state: ObjectState,
  actor: Actor,
): Promise<CellObject> {
  const company = await makeCompanyObject(doors, state, actor);
  const logo = { companyId: company.id, projectId: null, kind: 'LOGO', name: 'logo.png' } as const;
  const context = { session: null, requestId: 'test' };
  const { fileId } = await inSettledTransaction(doors.db.staff, context, async (tx) =>
    doors.files.put(tx, { ...logo, mediaType: 'image/png', createdById: null }, await pngOf()),
  );
  await doors.db.owner.query('UPDATE company SET logo_file_id = $2 WHERE id = $1', [company.id, fileId]);
  return company;
}

/** A customer of a company of their own. */
export async function makeCustomerObject(
  { db }: TestDoors,
  status: 'INVITED' | 'INACTIVE' | 'ACTIVE' = 'ACTIVE',
): Promise<CellObject> {
  const { id, version } = await makeCustomer(db, { status });
  return { id, version };
}
