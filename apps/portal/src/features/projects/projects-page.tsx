import { Card, EmptyState, PortalTitle, SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { ProjectList } from '../../components/project-list.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { PROJECT_ORDER } from '../../lib/project-order.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { projectListOptions } from './projects.queries.ts';

const t = strings.projects;

/** The company's projects by where they stand. */
export function ProjectsPage() {
  usePageTitle(t.title);
  const { companyName, firmName } = useCurrentCustomer();
  const list = useQuery(projectListOptions());
  return (
    <>
      <PortalTitle title={t.title} subtitle={t.subtitle(companyName)} />
      <QueryView query={list} skeleton={<Loading />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Card label={t.title}>
              <div className="py-14">
                <EmptyState icon="target" title={t.emptyTitle} body={t.emptyBody(firmName)} />
              </div>
            </Card>
          ) : (
            <div className="flex flex-col gap-4">
              {PROJECT_ORDER.map((status) => {
                const projects = rows.filter((project) => project.status === status);
                return projects.length === 0 ? null : (
                  <Card key={status} title={t.status[status]} count={projects.length}>
                    <div className="px-4 py-1.5 sm:px-5">
                      <ProjectList projects={projects} />
                    </div>
                  </Card>
                );
              })}
            </div>
          )
        }
      </QueryView>
    </>
  );
}

function Loading() {
  return (
    <div className="ui-card p-5">
      <SkeletonShape shape="list" rows={6} />
    </div>
  );
}
