import { createFileRoute } from '@tanstack/react-router';
import { homeOptions } from '../../features/home/home.queries.ts';
import { HomePage } from '../../features/home/home-page.tsx';

export const Route = createFileRoute('/_portal/')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(homeOptions()),
  component: HomePage,
});
