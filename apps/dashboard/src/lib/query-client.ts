import { errorDataOf } from '@sallyport/forms';
import { QueryClient } from '@tanstack/react-query';

const MAX_RETRIES = 2;

/** Answers are asked for again when they are 20 s old and a screen opens; the server's refusals are never retried. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => errorDataOf(error) === null && failures < MAX_RETRIES,
    },
    mutations: { retry: false },
  },
});
