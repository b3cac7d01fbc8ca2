import type { LiveEvent } from '@sallyport/contracts/staff';
import type { QueryClient, QueryFilters } from '@tanstack/react-query';
import { inBackground } from '../../lib/background.ts';
import { trpc } from '../../lib/trpc.ts';

type Told = Pick<LiveEvent, 'kind' | 'id' | 'projectId'>;

/** The answers that an event makes old. */
function filtersFor({ kind, id, projectId }: Told): QueryFilters[] {
  const { projects, findings, imports, reports, scope } = trpc;
  const project = [
    projects.getProject.queryFilter({ projectId }),
    projects.previewCompletion.queryFilter({ projectId }),
    projects.listProjects.pathFilter(),
    findings.listFindings.queryFilter({ projectId }),
  ];
  switch (kind) {
    case 'import':
      return [
        imports.listImports.queryFilter({ projectId }),
        imports.getImport.queryFilter({ importId: id }),
        ...project,
      ];
    case 'report':
      return [
        reports.listReports.queryFilter({ projectId }),
        findings.getFinding.pathFilter(),
        projects.getProject.queryFilter({ projectId }),
      ];
    case 'finding':
      return [
        findings.getFinding.queryFilter({ findingId: id }),
        reports.listReports.queryFilter({ projectId }),
        ...project,
      ];
    case 'project':
      return [
        ...project,
        findings.getFinding.pathFilter(),
        reports.listReports.queryFilter({ projectId }),
        scope.listScope.queryFilter({ projectId }),
      ];
  }
}

/** Asks again for what is on the screen; the rest is asked for when it is shown. */
export function refreshFor(queryClient: QueryClient, told: Told): void {
  inBackground(() => {
    for (const filter of filtersFor(told)) void queryClient.invalidateQueries(filter);
  });
}

/** Everything that events speak of, after some may have been missed. */
export function refreshAll(queryClient: QueryClient): void {
  const { projects, findings, imports, reports, scope } = trpc;
  inBackground(() => {
    for (const part of [projects, findings, imports, reports, scope])
      void queryClient.invalidateQueries(part.pathFilter());
  });
}
