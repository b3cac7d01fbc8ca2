import { useToast } from '@sallyport/ui';
import { useState } from 'react';
import { errorDataOf } from '../api-error.ts';
import { type PasskeyProblemWords, passkeyProblemOf } from '../passkeys/passkey.ts';

interface Act {
  /** The name of what is being done. */
  busy: string | null;
  run: (name: string, act: () => Promise<unknown>) => Promise<void>;
}

/** Does one thing at a time and says why it failed. Whoever turned back from confirming who they are is told nothing. */
export function useAct(words: { unreachable: string; passkeyProblem?: PasskeyProblemWords }): Act {
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  return {
    busy,
    run: async (name, act) => {
      if (busy !== null) return;
      setBusy(name);
      try {
        await act();
      } catch (error) {
        const said = errorDataOf(error);
        if (said?.code === 'CONFIRM_IDENTITY') return;
        const passkey = words.passkeyProblem ? passkeyProblemOf(error, words.passkeyProblem) : null;
        toast.show({
          tone: 'negative',
          title: passkey ?? said?.reason?.message ?? said?.userMessage ?? words.unreachable,
        });
      } finally {
        setBusy(null);
      }
    },
  };
}
