import { createFileRoute } from '@tanstack/react-router';
import { SecurityPage } from '../../features/security/security-page.tsx';
import { trpc } from '../../lib/trpc.ts';

export const Route = createFileRoute('/_staff/profile_/security')({
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(trpc.factors.get.queryOptions({}));
    void queryClient.prefetchQuery(trpc.sessions.list.queryOptions({}));
  },
  component: SecurityPage,
});
