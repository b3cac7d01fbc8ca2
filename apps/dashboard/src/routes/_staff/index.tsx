import { createFileRoute } from '@tanstack/react-router';
import { HomePage } from '../../features/home/home-page.tsx';
import { trpc } from '../../lib/trpc.ts';

export const Route = createFileRoute('/_staff/')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(trpc.profile.getProfile.queryOptions()),
  component: HomePage,
});
