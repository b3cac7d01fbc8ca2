import {
  makeEvidence,
  makeFile,
  makeFileKey,
  makeFinding,
  makeImport,
  makeInstance,
  makeProject,
  makeReport,
  makeScopeItem,
  type TestDatabase,
  type TestProject,
} from '@sallyport/testing';

/** What lies in one project: a published finding and a draft, each with everything that hangs on a finding. */
export interface Engagement {
  project: TestProject;
  published: { id: string; instanceId: string; clientEvidence: string; internalEvidence: string };
  draft: { id: string; instanceId: string; clientEvidence: string; internalEvidence: string };
  scopeItemId: string;
  portalKeyId: string;
  releasedReport: { id: string; fileIds: string[] };
  draftReport: { id: string; fileIds: string[] };
  /** Files of evidence for the client of the published finding. */
  clientFileId: string;
}

/** A project of a company with something in every table that lies beneath one. */
export async function makeEngagement(
  db: TestDatabase,
  company: { id: string },
  input: { isShown?: boolean; isRestricted?: boolean } = {},
): Promise<Engagement> {
  const project = await makeProject(db, {
    company,
    isRestricted: input.isRestricted ?? false,
    shownAt: input.isShown === false ? null : new Date(),
  });
  const scopeItemId = await makeScopeItem(db, project);
  await db.owner.query(
    'INSERT INTO project_standard (project_id, company_id, standard_id) SELECT $1, $2, id FROM report_standard LIMIT 1',
    [project.id, project.companyId],
  );
  const inProject = { companyId: project.companyId, projectId: project.id };
  await makeFileKey(db, { ...inProject, store: 'INSIDE' });
  const portalKeyId = await makeFileKey(db, { ...inProject, store: 'PORTAL' });
  const published = await makeFindingWithParts(db, project, true);
  const draft = await makeFindingWithParts(db, project, false);
  await makeImport(db, project, { findings: [{ key: 'nessus:1', title: 'Weak key', findingId: draft.id }] });
  const released = await makeReport(db, project, { findings: [published], isReleased: true });
  const unreleased = await makeReport(db, project, { findings: [published, draft] });
  return {
    project,
    published,
    draft,
    scopeItemId,
    portalKeyId,
    releasedReport: { id: released.id, fileIds: [released.fileId, released.plainFileId] },
    draftReport: { id: unreleased.id, fileIds: [unreleased.fileId, unreleased.plainFileId] },
    clientFileId: published.clientFileId,
  };
}

async function makeFindingWithParts(db: TestDatabase, project: TestProject, isPublished: boolean) {
  const finding = await makeFinding(db, project, { isPublished });
  const instanceId = await makeInstance(db, finding);
  const client = await makeEvidence(db, finding, { inPortalAt: new Date() });
  const internal = await makeEvidence(db, finding, { audience: 'INTERNAL', inPortalAt: new Date() });
  return {
    id: finding.id,
    instanceId,
    clientEvidence: client.id,
    internalEvidence: internal.id,
    clientFileId: client.fileId,
  };
}

/** A logo that the company shows, and its own key for the portal's store. */
export async function makeLogo(
  db: TestDatabase,
  company: { id: string },
): Promise<{ logoId: string; keyId: string }> {
  const logoId = await makeFile(db, { kind: 'LOGO', companyId: company.id, projectId: null });
  await db.owner.query('UPDATE company SET logo_file_id = $2 WHERE id = $1', [company.id, logoId]);
  const keyId = await makeFileKey(db, { companyId: company.id, projectId: null, store: 'PORTAL' });
  return { logoId, keyId };
}
