import { createRouter } from '../../trpc/procedure.ts';
import { assignProject } from './assign-project.ts';
import { completeProject } from './complete-project.ts';
import { createProject } from './create-project.ts';
import { getProject } from './get-project.ts';
import { getProjectChoices } from './get-project-choices.ts';
import { listProjects } from './list-projects.ts';
import { previewCompletion } from './preview-completion.ts';
import { updateProject } from './update-project.ts';

export const projectsRouter = createRouter({
  listProjects,
  getProjectChoices,
  getProject,
  createProject,
  updateProject,
  assignProject,
  previewCompletion,
  completeProject,
});
