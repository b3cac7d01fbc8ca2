import { makeFinding, makeInstance, makeReport } from '@sallyport/testing';
import { pngOf, storeEvidence } from '../doors/testing/evidence.ts';
import type { TestDoors } from '../doors/testing/test-doors.ts';
import { makeProjectObject } from './engagement-objects.ts';
import type { CellObject, ObjectState } from './matrix-row.ts';
import type { Actor } from './personas.ts';

/** A finding with one instance and one picture, on a project that is to the actor what the state says. */
export async function makeFindingObject(
  doors: TestDoors,
  state: ObjectState,
  actor: Actor,
): Promise<CellObject> {
  const isPublished = state === 'published';
  const project = await makeProjectObject(doors, isPublished ? 'led' : state, actor);
  const companyId = String(project['companyId']);
  const finding = await makeFinding(doors.db, { id: project.id, companyId }, { isPublished });
  const instanceId = await makeInstance(doors.db, finding);
  const evidence = await storeEvidence(doors, finding, await pngOf());
  return { id: finding.id, version: finding.version, instanceId, evidenceId: evidence.id };
}

/** A project with a draft and a published finding. */
export async function makeProjectWithFindings(
  doors: TestDoors,
  state: ObjectState,
  actor: Actor,
): Promise<CellObject> {
  const project = await makeProjectObject(doors, state === 'published' ? 'led' : state, actor);
  const parent = { id: project.id, companyId: String(project['companyId']) };
  const draft = await makeFinding(doors.db, parent);
  const published = await makeFinding(doors.db, parent, { isPublished: true });
  await makeReport(doors.db, parent, { findings: [draft, published] });
  return { ...project, draftId: draft.id, publishedId: published.id };
}
