import { Done } from '@sallyport/contracts/common';
import {
  AddScopeResult,
  CreatedProject,
  ProjectChoices,
  ProjectDetail,
  PublishedFindings,
} from '@sallyport/contracts/staff';
import { PROJECTS, type SampleProject } from '../sample/projects.ts';
import type { Caller } from './caller.ts';
import { complete, type Ordered, release } from './completion.ts';
import { writeFinding } from './findings.ts';
import { type House, known, resident } from './house.ts';
import { bringScans } from './scans.ts';

/** Every engagement of the sample, brought to the point where it stands. */
export async function fillProjects(house: House): Promise<void> {
  const planner = resident(house, 'project-manager').caller;
  const choices = await planner.query('projects.getProjectChoices', {}, ProjectChoices);
  const reports: Ordered[] = [];
  for (const project of PROJECTS) {
    const projectId = await fillProject(house, choices, project);
    if (project.isCompleted !== true) continue;
    reports.push(await complete(resident(house, leadOf(project)).caller, projectId));
  }
  for (const report of reports) await release(report);
}

async function fillProject(
  house: House,
  choices: { types: readonly Choice[]; standards: readonly Choice[] },
  project: SampleProject,
): Promise<string> {
  const planner = resident(house, 'project-manager').caller;
  const author = resident(house, project.author).caller;
  const { name, approach, testStart, testEnd, description } = project;
  const { id: projectId } = await planner.mutate(
    'projects.createProject',
    {
      companyId: known(house.companies, project.company, 'company'),
      name,
      typeId: idOf(choices.types, project.type),
      approach,
      testStart,
      testEnd,
      standardIds: project.standards.map((standard) => idOf(choices.standards, standard)),
      description,
    },
    CreatedProject,
  );
  await addScope(planner, projectId, project.inScope, true);
  await addScope(planner, projectId, project.outOfScope, false);
  await assign(house, planner, projectId, project);
  const early: string[] = [];
  for (const finding of project.findings) {
    const findingId = await writeFinding(author, projectId, finding);
    if (finding.isPublishedEarly === true) early.push(findingId);
  }
  const lead = resident(house, leadOf(project)).caller;
  if (early.length > 0)
    await lead.mutate('findings.publishFindings', { projectId, findingIds: early }, PublishedFindings);
  await bringScans(author, projectId, project.scans ?? []);
  return projectId;
}

interface Choice {
  id: string;
  name: string;
}

function idOf(choices: readonly Choice[], name: string): string {
  return known(new Map(choices.map((choice) => [choice.name, choice.id])), name, 'type or standard');
}

function leadOf({ name, team }: SampleProject): string {
  const lead = Object.entries(team).find(([, role]) => role === 'OWNER');
  if (!lead) throw new Error(`${name} has no lead.`);
  return lead[0];
}

async function addScope(
  by: Caller,
  projectId: string,
  lines: readonly string[],
  isInScope: boolean,
): Promise<void> {
  if (lines.length === 0) return;
  const input = { projectId, text: lines.join('\n'), isInScope };
  const { refused } = await by.mutate('scope.addScope', input, AddScopeResult);
  if (refused > 0) throw new Error(`${refused} targets of the sample were refused.`);
}

async function assign(house: House, by: Caller, projectId: string, { team }: SampleProject): Promise<void> {
  const { version } = await by.query('projects.getProject', { projectId }, ProjectDetail);
  const members = Object.entries(team).map(([key, role]) => ({ accountId: resident(house, key).id, role }));
  await by.mutate('projects.assignProject', { projectId, version, members }, Done);
}
