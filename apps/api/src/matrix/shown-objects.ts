import { makeClient, makeFinding, makeInstance, makeProject, type TestProject } from '@sallyport/testing';
import { pngOf, storeEvidence } from '../doors/testing/evidence.ts';
import { storeReport } from '../doors/testing/reports.ts';
import type { TestDoors } from '../doors/testing/test-doors.ts';
import { inSettledTransaction } from '../trpc/settle.ts';
import type { CellObject, ObjectState } from './matrix-row.ts';
import type { Actor } from './personas.ts';

/** What customers may meet beneath a project: is the thing itself out? */
const isOut = (state: ObjectState) => state !== 'own-hidden';

/** A project of the actor's own company, or of another's; staff, who have none, get a client of their own. */
async function projectFor(
  { db }: TestDoors,
  state: ObjectState,
  { account }: Actor,
  isShown: boolean,
): Promise<TestProject> {
  const isOwn = state !== 'foreign-shown' && account?.audience === 'CUSTOMER';
  return makeProject(db, {
    company: isOwn ? { id: account.companyId } : await makeClient(db),
    isRestricted: state === 'restricted',
    shownAt: isShown ? new Date() : null,
  });
}

/** A project with a published finding; `own-hidden`: nobody showed it yet. */
export async function makeShownProject(
  doors: TestDoors,
  state: ObjectState,
  actor: Actor,
): Promise<CellObject> {
  const project = await projectFor(doors, state, actor, isOut(state));
  await makeFinding(doors.db, project, { isPublished: isOut(state) });
  return { id: project.id, version: 1 };
}

/** A finding with an instance and a picture, in a project that has a published one; `own-hidden`: a draft. */
export async function makePublishedFinding(
  doors: TestDoors,
  state: ObjectState,
  actor: Actor,
): Promise<CellObject> {
  return findingWithEvidence(doors, state, actor, 'CLIENT');
}

/** The same with a picture that is internal. */
export async function makeFindingWithInternalEvidence(
  doors: TestDoors,
  state: ObjectState,
  actor: Actor,
): Promise<CellObject> {
  return findingWithEvidence(doors, state, actor, 'INTERNAL');
}

async function findingWithEvidence(
  doors: TestDoors,
  state: ObjectState,
  actor: Actor,
  audience: 'CLIENT' | 'INTERNAL',
): Promise<CellObject> {
  const project = await projectFor(doors, state, actor, true);
  await makeFinding(doors.db, project, { isPublished: true });
  const finding = await makeFinding(doors.db, project, { isPublished: isOut(state) });
  await makeInstance(doors.db, finding);
  const evidence = await storeEvidence(doors, finding, await pngOf(), audience);
  return { id: finding.id, version: 1, evidenceId: evidence.id };
}

/** A finished report in both copies; `own-hidden`: not released. */
export async function makeReleasedReport(
  doors: TestDoors,
  state: ObjectState,
  actor: Actor,
): Promise<CellObject> {
  const project = await projectFor(doors, state, actor, true);
  const finding = await makeFinding(doors.db, project, { isPublished: true });
  const { id } = await storeReport(doors, project, { findings: [finding], isReleased: isOut(state) });
  return { id, version: 1 };
}

/** A logo of this company, in both stores. */
export async function storeLogo({ db, files }: TestDoors, companyId: string): Promise<void> {
  const context = { session: null, requestId: 'test' };
  const fileId = await inSettledTransaction(db.staff, context, async (tx) => {
    const facts = { companyId, projectId: null, kind: 'LOGO', name: 'logo.png' } as const;
    const stored = await files.put(
      tx,
      { ...facts, mediaType: 'image/png', createdById: null },
      await pngOf(),
    );
    await files.publishFile(tx, stored.fileId);
    return stored.fileId;
  });
  await db.owner.query('UPDATE company SET logo_file_id = $2 WHERE id = $1', [companyId, fileId]);
}
