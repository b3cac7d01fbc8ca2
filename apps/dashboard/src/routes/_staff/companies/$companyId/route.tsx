import { createFileRoute, Outlet } from '@tanstack/react-router';
import { companyOptions } from '../../../../features/companies/companies.queries.ts';

export const Route = createFileRoute('/_staff/companies/$companyId')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(companyOptions(params.companyId)),
  component: Outlet,
});
