import type { ShownProject } from '@sallyport/contracts/portal';
import { UiLink } from '@sallyport/ui';
import { TestDays } from './day-text.tsx';
import { OpenCounts } from './open-counts.tsx';
import { ProjectStatus } from './project-status.tsx';

/** Projects, one to a row; the whole row leads there. */
export function ProjectList({ projects }: { projects: readonly ShownProject[] }) {
  return (
    <ul className="row-list">
      {projects.map((project) => (
        <li key={project.id}>
          <UiLink href={`/projects/${project.id}`} className="row-link flex-wrap sm:flex-nowrap">
            <span className="min-w-0 basis-full sm:flex-1 sm:basis-auto">
              <span className="block font-medium [overflow-wrap:anywhere]">{project.name}</span>
              <span className="block text-xs text-text-2">
                {project.type}, <TestDays project={project} />
              </span>
            </span>
            {project.open && project.findingCount ? (
              <span className="flex-1 sm:w-33 sm:flex-none">
                <OpenCounts open={project.open} />
              </span>
            ) : null}
            <span className="flex shrink-0 sm:w-27 sm:justify-end">
              <ProjectStatus status={project.status} />
            </span>
          </UiLink>
        </li>
      ))}
    </ul>
  );
}
