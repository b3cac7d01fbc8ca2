import { makeProject, makeStaff } from '@sallyport/testing';
import { pngOf } from '../../doors/testing/evidence.ts';
import { type Change, fresh, staffCall, staffUpload } from './change.ts';
import type { World } from './world.ts';

const fields = (name: string) => ({
  name,
  legalName: fresh('Legal'),
  address: '1 Example Street',
  website: 'https://client.example',
  notes: fresh('Note'),
  contacts: [{ name: fresh('Robin') }],
});

const versionOf = async (world: World, table: 'company' | 'project', id: string): Promise<number> => {
  const { rows } = await world.doors.db.owner.query<{ version: number }>(
    `SELECT version FROM ${table} WHERE id = $1`,
    [id],
  );
  return rows[0]?.version ?? 0;
};

const typeId = async (world: World) =>
  (await staffCall<{ types: { id: string }[] }>(world, 'projects.getProjectChoices', {})).types[1]?.id;

/** Companies, projects that nobody showed, teams and people, through the real procedures. */
export const STAFF_COMPANY_CHANGES: readonly Change[] = [
  {
    name: 'a project is begun for our company',
    run: async (world) => {
      const input = { companyId: world.ours.id, name: fresh('Project'), typeId: await typeId(world) };
      return [(await staffCall<{ id: string }>(world, 'projects.createProject', input)).id];
    },
  },
  {
    name: 'a project that is not shown changes its name and dates',
    run: async (world) => {
      const { project } = world.random.pick([world.hidden, world.foreign]);
      await staffCall(world, 'projects.updateProject', {
        projectId: project.id,
        version: await versionOf(world, 'project', project.id),
        name: fresh('Project'),
        typeId: await typeId(world),
        testStart: '2026-06-01',
        testEnd: '2026-06-12',
        description: fresh('Agreed'),
      });
      return [];
    },
  },
  {
    name: 'a tester joins the team of a project that is shown',
    run: async (world) => {
      const { id } = world.shown.project;
      const tester = await makeStaff(world.doors.db, { displayName: fresh('Tester') });
      await staffCall(world, 'projects.assignProject', {
        projectId: id,
        version: await versionOf(world, 'project', id),
        members: [
          { accountId: world.lead.account.id, role: 'OWNER' },
          { accountId: tester.id, role: world.random.pick(['TESTER', 'REVIEWER', 'OBSERVER']) },
        ],
      });
      return [];
    },
  },
  {
    name: 'scope is added to a project that is not shown',
    run: async (world) => {
      const { project } = world.random.pick([world.hidden, world.foreign]);
      // A name that no factory gives: the same target twice would change nothing.
      const text = `${fresh('added').replace(' ', '-')}.client.example`;
      await staffCall(world, 'scope.addScope', { projectId: project.id, text });
      return [];
    },
  },
  {
    name: 'notes and contacts about our company change',
    run: async (world) => {
      const { id, name } = world.ours;
      const version = await versionOf(world, 'company', id);
      await staffCall(world, 'companies.updateCompany', { companyId: id, version, ...fields(name) });
      return [];
    },
  },
  {
    name: 'another client is renamed',
    run: async (world) => {
      const { id } = world.theirs;
      const version = await versionOf(world, 'company', id);
      const input = { companyId: id, version, ...fields(fresh('Birch')) };
      await staffCall(world, 'companies.updateCompany', input);
      return [];
    },
  },
  {
    name: 'a new client comes',
    run: async (world) => {
      const input = fields(fresh('Cedar'));
      return [(await staffCall<{ id: string }>(world, 'companies.createCompany', input)).id];
    },
  },
  {
    name: 'another client changes its logo',
    run: async (world) => {
      await staffUpload(world, `/upload/logos/${world.theirs.id}`, await pngOf(9, 9));
      return [];
    },
  },
  {
    name: 'a member of staff is invited',
    run: async (world) => {
      await staffCall(world, 'users.inviteUser', {
        displayName: fresh('Newcomer'),
        email: `${fresh('newcomer').replace(' ', '-')}@firm.example`,
        reason: 'Joins the team',
        groupIds: [],
      });
      return [];
    },
  },
  {
    name: 'a project of another client is shown with its first finding',
    run: async (world) => {
      const { db } = world.doors;
      const project = await makeProject(db, { company: world.theirs, owners: [world.lead.account] });
      const input = { projectId: project.id, title: fresh('Weakness'), severity: 'high' };
      const { id } = await staffCall<{ id: string }>(world, 'findings.createFinding', input);
      await staffCall(world, 'findings.publishFindings', { projectId: project.id, findingIds: [id] });
      return [project.id, id];
    },
  },
];
