import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { noteEntry } from '../../lib/session-end.ts';

/** Goes in after a sign-in: nothing that was known to somebody else stays. */
export function useEnter(): (href: string) => Promise<void> {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (href) => {
    noteEntry();
    queryClient.clear();
    await router.navigate({ href, replace: true });
  };
}
