import { createFileRoute } from '@tanstack/react-router';
import { reportListOptions } from '../../features/reports/reports.queries.ts';
import { ReportsPage } from '../../features/reports/reports-page.tsx';

export const Route = createFileRoute('/_portal/reports')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(reportListOptions()),
  component: ReportsPage,
});
