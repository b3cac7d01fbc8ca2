import { Caller } from '../../e2e/support/caller.ts';
import { enrol } from '../../e2e/support/factor.ts';
import { at, send } from '../../e2e/support/http.ts';
import type { RunningServer } from '../../e2e/support/server.ts';

const PASSWORD = 'nine quiet ferries at the north quay';
const ASK_EVERY_MS = 50;
const GIVE_UP_MS = 300_000;

export interface ImportRun {
  uploadMs: number;
  /** From the answer to the upload until the preview is there. */
  previewMs: number;
  /** From asking to carry it out until everything is written. */
  applyMs: number;
  instances: number;
}

/** The whole way of a scan through a fresh server, as its own pages would go it. */
export async function uploadScan(server: RunningServer, setupLink: string, scan: Buffer): Promise<ImportRun> {
  const admin = new Caller(server.staffUrl);
  await admin.done('mutate', 'setup.completeSetup', {
    secret: setupLink.split('#')[1],
    firmName: 'Northbank Security',
    displayName: 'Ada Northbank',
    email: 'ada@northbank.example',
    password: PASSWORD,
  });
  await enrol(admin, 'ada@northbank.example');
  const company = await admin.done('mutate', 'companies.createCompany', { name: 'Harbour Office' });
  const choices = await admin.done('query', 'projects.getProjectChoices');
  const project = await admin.done('mutate', 'projects.createProject', {
    companyId: at(company, 'id'),
    name: 'Large scan',
    typeId: at(choices, 'types', '0', 'id'),
  });
  const startedAt = performance.now();
  const uploaded = await send(`${server.staffUrl}/upload/imports/${String(at(project, 'id'))}`, {
    method: 'POST',
    headers: { ...admin.headers, 'content-type': 'application/octet-stream', 'x-file-name': 'large.nessus' },
    body: scan,
  });
  const importId = at(uploaded.json, 'id');
  if (typeof importId !== 'string') throw new Error(`the upload was refused: ${uploaded.body}`);
  const uploadedAt = performance.now();
  const preview = await reaches(admin, importId, 'READY');
  const previewedAt = performance.now();
  await admin.done('mutate', 'imports.applyImport', { importId, version: at(preview, 'version') });
  const applied = await reaches(admin, importId, 'APPLIED');
  return {
    uploadMs: uploadedAt - startedAt,
    previewMs: previewedAt - uploadedAt,
    applyMs: performance.now() - previewedAt,
    instances: Number(at(applied, 'newInstanceCount')),
  };
}

/** Asks until the import is in a state. @throws when it fails, or takes too long */
async function reaches(admin: Caller, importId: string, state: string): Promise<unknown> {
  const until = performance.now() + GIVE_UP_MS;
  while (performance.now() < until) {
    const detail = await admin.done('query', 'imports.getImport', { importId });
    if (at(detail, 'state') === state) return detail;
    if (at(detail, 'state') === 'FAILED') throw new Error(JSON.stringify(at(detail, 'problem')));
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Error(`the import did not become ${state} in time`);
}
