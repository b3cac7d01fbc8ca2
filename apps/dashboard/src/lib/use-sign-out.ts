import { clearAllDrafts, errorDataOf, hasCode } from '@sallyport/forms';
import { useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { strings } from '../strings/strings.ts';
import { client } from './trpc.ts';

/** Ends the session and forgets everything this tab knew. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  return async () => {
    try {
      await client.auth.signOut.mutate();
    } catch (error) {
      if (!hasCode(error, 'UNAUTHENTICATED')) {
        toast.show({ tone: 'negative', title: errorDataOf(error)?.userMessage ?? strings.common.failed });
        return;
      }
    }
    clearAllDrafts();
    await router.navigate({ to: '/sign-in', search: { notice: 'signed-out' }, ignoreBlocker: true });
    queryClient.clear();
  };
}
