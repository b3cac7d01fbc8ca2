import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import type { Caller } from './caller.ts';
import { at, send, textAt } from './http.ts';
import { pngOf } from './png.ts';

/** A small scan of our own: six findings at fourteen places. */
export const HARBOUR_SCAN = fileURLToPath(
  new URL('../../packages/importers/fixtures/harbour-office.nessus', import.meta.url),
);

/** A client company. Returns its id. */
export async function makeCompany(by: Caller, name: string): Promise<string> {
  const contacts = [
    { name: 'Hana Quay', role: 'Head of IT', email: 'hana.quay@client.example', isEmergency: true },
  ];
  const company = {
    name,
    legalName: `${name} plc`,
    address: '1 Mole Road\nHarbour',
    website: 'https://client.example',
    notes: 'Calls before noon.',
    contacts,
  };
  return textAt(await by.done('mutate', 'companies.createCompany', company), 'id');
}

/** A project that the caller leads, with its scope. Returns its id. */
export async function makeProject(by: Caller, companyId: string, name: string): Promise<string> {
  const choices = await by.done('query', 'projects.getProjectChoices');
  const created = await by.done('mutate', 'projects.createProject', {
    companyId,
    name,
    typeId: textAt(choices, 'types', 0, 'id'),
    approach: 'GREY_BOX',
    testStart: dayFromNow(-10),
    testEnd: dayFromNow(4),
    standardIds: [textAt(choices, 'standards', 0, 'id')],
    description: 'Tested from the **office network**.\n\n- servers\n- workplaces',
  });
  const projectId = textAt(created, 'id');
  await by.done('mutate', 'scope.addScope', {
    projectId,
    text: 'https://ledger.client.example # only after 18:00\n192.0.2.0/24',
  });
  return projectId;
}

/** A finding with everything that one can hold. Returns its id. */
export async function makeFinding(by: Caller, projectId: string, title: string): Promise<string> {
  const created = await by.done('mutate', 'findings.createFinding', { projectId, title, severity: 'high' });
  const findingId = textAt(created, 'id');
  await by.done('mutate', 'instances.addInstances', {
    findingId,
    text: 'https://ledger.client.example/vouchers # all branches\nledger.client.example:8443/tcp',
  });
  const { version } = Object(await by.done('query', 'findings.getFinding', { findingId }));
  await by.done('mutate', 'findings.updateFinding', {
    findingId,
    version,
    title,
    severitySource: 'CVSS40',
    severity: 'high',
    cvss31Vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N',
    cvss40Vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N',
    cwe: [639],
    cve: ['CVE-2026-12345'],
    links: ['https://cwe.example/639'],
    description:
      'The ledger accepts **any** voucher number.\n\n| Branch | Vouchers |\n| --- | --- |\n| North | 1,204 |',
    impact: 'Amounts of other branches are read.',
    steps:
      '1. Sign in as a clerk.\n2. Open the voucher of another branch.\n\n```http\nGET /vouchers/1204 HTTP/1.1\n```',
    recommendation: 'Check the branch of the voucher.',
  });
  return findingId;
}

/** Attaches a picture. Returns its id. */
export async function attachPicture(by: Caller, findingId: string, png: Buffer): Promise<string> {
  return textAt(await upload(by, `evidence/${findingId}`, 'voucher.png', png), 'id');
}

/** Sends a file to a route of the door, as its page does. @throws when it was refused */
export async function upload(by: Caller, to: string, name: string, body: Buffer): Promise<unknown> {
  const answer = await send(`${by.url}/upload/${to}`, {
    method: 'POST',
    headers: {
      ...by.headers,
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    },
    body,
  });
  if (answer.status !== 200) throw new Error(`upload to ${to} answered ${answer.status}: ${answer.body}`);
  return answer.json;
}

/** Completes a project with all that it shows in its preview. */
export async function complete(by: Caller, projectId: string): Promise<void> {
  const preview = await by.done('query', 'projects.previewCompletion', { projectId });
  const publishes = Object(at(preview, 'publishes')).map(({ id }: { id: string }) => id);
  await by.done('mutate', 'projects.completeProject', {
    projectId,
    version: at(preview, 'version'),
    publishes,
  });
}

/** A completed project with a released report: something in every table that a client may read. */
export async function deliver(by: Caller, companyId: string, name: string): Promise<void> {
  const projectId = await makeProject(by, companyId, name);
  await attachPicture(by, await makeFinding(by, projectId, `Found in ${name}`), pngOf(24, 16, [20, 90, 160]));
  await complete(by, projectId);
  const reportId = textAt(await by.done('mutate', 'reports.generateReport', { projectId }), 'id');
  await vi.waitFor(
    async () => expect(at(await by.done('query', 'reports.getReport', { reportId }), 'state')).toBe('READY'),
    { timeout: 60_000, interval: 200 },
  );
  await by.done('mutate', 'reports.releaseReport', { reportId });
}

/** Today and some days, as yyyy-mm-dd. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
