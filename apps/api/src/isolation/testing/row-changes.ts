import {
  makeCustomer,
  makeEvidence,
  makeFinding,
  makeImport,
  makeInstance,
  makeMembership,
  makeProject,
  makeReport,
  makeScopeItem,
  makeToken,
} from '@sallyport/testing';
import { pngOf, storeEvidence } from '../../doors/testing/evidence.ts';
import { storeReport } from '../../doors/testing/reports.ts';
import { type Change, fresh, someDraft, spareDraft, sql } from './change.ts';
import type { World } from './world.ts';

const anyDraft = (world: World) =>
  someDraft(world, (project) => makeFinding(world.doors.db, project, { title: fresh('Draft') }));
const published = ({ random, shown, completed }: World) =>
  random.pick([...shown.published, ...completed.published]).id;

/** Rows that come, change and go underneath: also such as no procedure makes today. */
export const ROW_CHANGES: readonly Change[] = [
  {
    name: 'a draft with a place and a picture appears',
    run: async (world) => {
      const { db } = world.doors;
      const { project } = world.random.pick([world.shown, world.completed, world.hidden]);
      const finding = await makeFinding(db, project, { title: fresh('Draft'), severity: 'critical' });
      await makeInstance(db, finding);
      const { id } = await storeEvidence(world.doors, finding, await pngOf());
      return [finding.id, id];
    },
  },
  {
    name: 'internal evidence of a published finding appears, in the portal store by mistake',
    run: async (world) => {
      const { db } = world.doors;
      const [finding] = world.shown.published;
      if (!finding) throw new Error('nothing is published');
      const input = { audience: 'INTERNAL', caption: fresh('Inside'), inPortalAt: world.now } as const;
      return [(await makeEvidence(db, finding, input)).id];
    },
  },
  {
    name: 'a draft changes its severity, result and title',
    run: async (world) =>
      sql(world, `UPDATE finding SET severity = $2, result = $3, title = $4 WHERE id = $1`, [
        (await anyDraft(world)).id,
        world.random.pick(['critical', 'high', 'low']),
        world.random.pick(['OPEN', 'FIXED']),
        fresh('Draft'),
      ]),
  },
  {
    name: 'what staff keep about a published finding changes',
    run: (world) =>
      sql(
        world,
        `UPDATE finding SET source_key = $2, version = version + 1, updated_at = app.now(), updated_by_id = $3,
           published_by_id = $3 WHERE id = $1`,
        [published(world), fresh('source'), world.lead.account.id],
      ),
  },
  {
    name: 'what staff keep about a place of a published finding changes',
    run: (world) =>
      sql(world, 'UPDATE instance SET source_key = $2 WHERE finding_id = $1', [
        published(world),
        fresh('place'),
      ]),
  },
  {
    name: 'what staff keep about a project that is shown changes',
    run: (world) =>
      sql(
        world,
        `UPDATE project SET version = version + 1, updated_at = app.now(), created_by_id = NULL,
           last_finding_number = last_finding_number + 3, last_report_number = last_report_number + 2
         WHERE id = $1`,
        [world.random.pick([world.shown, world.completed]).project.id],
      ),
  },
  {
    name: 'a draft is gone',
    run: async (world) => {
      const { id } = spareDraft(world);
      await sql(world, 'DELETE FROM finding WHERE id = $1', [id]);
      return [id];
    },
  },
  {
    name: 'a project of our company appears, not shown, with a published finding',
    run: async (world) => {
      const { db } = world.doors;
      const project = await makeProject(db, { company: world.ours, name: fresh('Project') });
      const { id } = await makeFinding(db, project, { isPublished: true });
      const report = await storeReport(world.doors, project, { isReleased: true });
      return [project.id, id, report.id];
    },
  },
  {
    name: 'a restricted project of our company appears',
    run: async (world) => {
      const { db } = world.doors;
      const project = await makeProject(db, {
        company: world.ours,
        shownAt: world.now,
        isRestricted: true,
      });
      await makeScopeItem(db, project);
      return [project.id, (await makeFinding(db, project, { isPublished: true })).id];
    },
  },
  {
    name: 'a restricted project gets more findings and a report',
    run: async (world) => {
      const { project } = world.restricted;
      const finding = await makeFinding(world.doors.db, project, { isPublished: true });
      const evidence = await storeEvidence(world.doors, finding, await pngOf());
      const report = await storeReport(world.doors, project, { findings: [finding], isReleased: true });
      return [finding.id, evidence.id, report.id];
    },
  },
  {
    name: 'another client gets findings of every severity',
    run: async (world) => {
      const ids: string[] = [];
      for (const severity of ['critical', 'high', 'medium', 'low', 'info'] as const) {
        const input = { severity, isPublished: true };
        const made = await makeFinding(world.doors.db, world.foreign.project, input);
        await makeInstance(world.doors.db, made);
        ids.push(made.id);
      }
      return ids.slice(0, 1);
    },
  },
  {
    name: 'another client gets a project with a released report',
    run: async (world) => {
      const shown = { company: world.theirs, shownAt: world.now, name: fresh('Project') };
      const project = await makeProject(world.doors.db, shown);
      return [project.id, (await storeReport(world.doors, project, { isReleased: true })).id];
    },
  },
  {
    name: 'a draft report of a project that is shown appears',
    run: async (world) => {
      const { project } = world.random.pick([world.shown, world.completed]);
      return [(await storeReport(world.doors, project)).id];
    },
  },
  {
    name: 'a draft report fails',
    run: async (world) => {
      const { id } = await makeReport(world.doors.db, world.shown.project);
      await sql(
        world,
        `UPDATE report SET state = 'FAILED', problem = $2, file_id = NULL, plain_file_id = NULL WHERE id = $1`,
        [id, fresh('Problem')],
      );
      return [id];
    },
  },
  {
    name: 'a scan appears',
    run: async (world) => {
      const state = world.random.pick(['UPLOADED', 'READY', 'FAILED', 'APPLIED'] as const);
      const findings = [{ key: fresh('key'), title: fresh('Planned') }];
      return [(await makeImport(world.doors.db, world.shown.project, { state, findings })).id];
    },
  },
  {
    name: 'another client completes',
    run: async (world) => {
      const { id } = await makeProject(world.doors.db, { company: world.theirs, shownAt: world.now });
      return sql(world, 'UPDATE project SET completed_at = app.now() WHERE id = $1', [id]);
    },
  },
  {
    name: 'a colleague at our company comes, and one at the other',
    run: async (world) => {
      for (const company of [world.ours, world.theirs]) {
        const account = await makeCustomer(world.doors.db, { company });
        await makeMembership(world.doors.db, { account, group: 'customer-engineer' });
      }
      return [];
    },
  },
  {
    name: 'staff change their address and get a token',
    run: async (world) => {
      await makeToken(world.doors.db, world.lead.account);
      return sql(world, 'UPDATE account SET email = $2, title = $3 WHERE id = $1', [
        world.lead.account.id,
        `${fresh('lead').replace(' ', '-')}@firm.example`,
        fresh('Title'),
      ]);
    },
  },
  {
    name: 'notes about companies change',
    run: (world) =>
      sql(world, 'UPDATE company SET notes = $1, legal_name = $1, address = $1', [fresh('Note')]),
  },
];
