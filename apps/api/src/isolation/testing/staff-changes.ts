import { readFileSync } from 'node:fs';
import { findGroup, makeFinding, makeImport, makeReport } from '@sallyport/testing';
import { pngOf } from '../../doors/testing/evidence.ts';
import { storeReport } from '../../doors/testing/reports.ts';
import { runQueued } from '../../jobs/testing/run-queued.ts';
import { type Change, fresh, someDraft, spareDraft, staffCall, staffUpload, writable } from './change.ts';
import { STAFF_COMPANY_CHANGES } from './staff-company-changes.ts';
import type { World } from './world.ts';

const SCAN = readFileSync(
  new URL('../../../../../packages/importers/fixtures/harbour-office.nessus', import.meta.url),
);

const anyDraft = (world: World) =>
  someDraft(world, (project) => makeFinding(world.doors.db, project, { title: fresh('Draft') }));

/** What staff do all day, through the real procedures. */
export const STAFF_CHANGES: readonly Change[] = [
  ...STAFF_COMPANY_CHANGES,
  {
    name: 'a tester begins a draft',
    run: async (world) => {
      const { project } = world.random.pick(writable(world));
      const input = { projectId: project.id, title: fresh('Draft'), severity: 'critical' };
      return [(await staffCall<{ id: string }>(world, 'findings.createFinding', input)).id];
    },
  },
  {
    name: 'a tester edits a draft',
    run: async (world) => {
      const { id, version } = await anyDraft(world);
      await staffCall(world, 'findings.updateFinding', {
        findingId: id,
        version,
        title: fresh('Draft'),
        severitySource: 'CVSS31',
        severity: 'info',
        cvss31Vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
        cvss40Vector: '',
        cwe: [79],
        cve: ['CVE-2026-1000'],
        links: [],
        description: fresh('Weakness'),
        impact: '',
        steps: '',
        recommendation: '',
      });
      return [id];
    },
  },
  {
    name: 'a tester deletes a draft',
    run: async (world) => {
      const { id, version } = spareDraft(world);
      await staffCall(world, 'findings.deleteFinding', { findingId: id, version });
      return [id];
    },
  },
  {
    name: 'a tester adds instances to a draft',
    run: async (world) => {
      const { id } = await anyDraft(world);
      const text = `https://${fresh('host').replace(' ', '-')}.client.example/login`;
      await staffCall(world, 'instances.addInstances', { findingId: id, text });
      return [id];
    },
  },
  {
    name: 'a tester uploads a picture to a draft',
    run: async (world) => {
      const { id } = await anyDraft(world);
      return [(await staffUpload(world, `/upload/evidence/${id}`, await pngOf())).id];
    },
  },
  {
    name: 'a tester makes a picture of a draft internal',
    run: async (world) => {
      const finding = await anyDraft(world);
      const { id } = await staffUpload(world, `/upload/evidence/${finding.id}`, await pngOf());
      const words = { caption: fresh('Seen'), alt: fresh('Inside'), audience: 'INTERNAL' };
      await staffCall(world, 'evidence.updateEvidence', { findingId: finding.id, evidenceId: id, ...words });
      return [id];
    },
  },
  {
    name: 'a tester rewrites internal evidence of a published finding',
    run: async (world) => {
      const [finding] = world.shown.published;
      await staffCall(world, 'evidence.updateEvidence', {
        findingId: finding?.id,
        evidenceId: world.shown.internalEvidenceId,
        caption: fresh('Inside'),
        alt: fresh('Inside'),
        audience: 'INTERNAL',
      });
      return [];
    },
  },
  {
    name: 'another client gets a finding published',
    run: async (world) => {
      const { project } = world.foreign;
      const { id } = await makeFinding(world.doors.db, project, { title: fresh('Weakness') });
      await staffCall(world, 'findings.publishFindings', { projectId: project.id, findingIds: [id] });
      return [id];
    },
  },
  {
    name: 'another client has a finding taken back',
    run: async (world) => {
      const { project } = world.foreign;
      const { id } = await makeFinding(world.doors.db, project, { isPublished: true });
      const input = { projectId: project.id, findingIds: [id], reason: 'Sent too early' };
      await staffCall(world, 'findings.unpublishFindings', input);
      return [id];
    },
  },
  {
    name: 'a report is asked for',
    run: async (world) => {
      const { project } = world.random.pick([world.shown, world.completed]);
      return [
        (await staffCall<{ id: string }>(world, 'reports.generateReport', { projectId: project.id })).id,
      ];
    },
  },
  {
    name: 'another client gets a report',
    run: async (world) => {
      const { project, published } = world.foreign;
      const { id } = await storeReport(world.doors, project, { findings: published });
      await staffCall(world, 'reports.releaseReport', { reportId: id });
      return [id];
    },
  },
  {
    name: 'a scan is read and becomes drafts',
    run: async (world) => {
      const { project } = world.random.pick(writable(world));
      const { id: importId } = await staffUpload(world, `/upload/imports/${project.id}`, SCAN);
      await runImports(world);
      const { version } = await staffCall<{ version: number }>(world, 'imports.getImport', { importId });
      await staffCall(world, 'imports.applyImport', { importId, version });
      await runImports(world);
      return [importId];
    },
  },
  {
    name: 'a scan is put aside',
    run: async (world) => {
      const { id, version } = await makeImport(world.doors.db, world.shown.project, { state: 'READY' });
      await staffCall(world, 'imports.discardImport', { importId: id, version });
      return [id];
    },
  },
  {
    name: 'a draft report is made and a customer is invited',
    run: async (world) => {
      const { id } = await makeReport(world.doors.db, world.shown.project);
      await staffCall(world, 'customers.inviteCustomer', {
        companyId: world.random.pick([world.ours, world.theirs]).id,
        displayName: fresh('Casey'),
        email: `${fresh('casey').replace(' ', '-')}@client.example`,
        groupIds: [(await findGroup(world.doors.db, 'customer-viewer')).id],
        reason: 'Follows the project',
      });
      return [id];
    },
  },
];

/** Reports that were asked for wait too: setting them is not what this is about. */
async function runImports({ doors }: World): Promise<void> {
  await doors.db.owner.query(
    `DELETE FROM graphile_worker._private_jobs WHERE task_id IN
       (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'render-report')`,
  );
  await runQueued(doors);
}
