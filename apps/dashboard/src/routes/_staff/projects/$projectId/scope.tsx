import { createFileRoute } from '@tanstack/react-router';
import { scopeOptions } from '../../../../features/scope/scope.queries.ts';
import { ScopePage } from '../../../../features/scope/scope-page.tsx';
import { flag, readAddress } from '../../../../lib/read-address.ts';

const readSearch = readAddress({ add: flag });

export const Route = createFileRoute('/_staff/projects/$projectId/scope')({
  validateSearch: readSearch,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(scopeOptions(params.projectId)),
  component: Scope,
});

function Scope() {
  const { projectId } = Route.useParams();
  const { add } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ScopePage
      key={projectId}
      projectId={projectId}
      isAdding={add === true}
      onAdding={(isAdding) => void navigate({ search: { add: isAdding || undefined }, replace: true })}
    />
  );
}
