import { clearDraft, readDraft, writeDraft } from '@sallyport/forms';
import { useState } from 'react';
import {
  changeCount,
  draftOf,
  type GroupBase,
  type GroupDraft,
  KeptDraft,
  keptDraft,
  rebase,
} from './group-draft.ts';

function restore(key: string, base: GroupBase): GroupDraft | null {
  const kept = KeptDraft.safeParse(readDraft(key));
  if (!kept.success) return null;
  const draft = rebase(kept.data, base);
  return changeCount(draft, base) > 0 ? draft : null;
}

export interface GroupDraftControl {
  draft: GroupDraft;
  changes: number;
  /** The draft was found from before: the screen says so once. */
  wasRestored: boolean;
  change: (patch: Partial<GroupDraft>) => void;
  discard: () => void;
  /** Starts afresh from what the server now has; nothing is unsaved. */
  settle: (base: GroupBase) => void;
}

/** The unsaved state of a group, kept in this tab over reload and sign-in. */
export function useGroupDraft(key: string, base: GroupBase): GroupDraftControl {
  const [restored] = useState(() => restore(key, base));
  const [draft, setDraft] = useState(() => restored ?? draftOf(base));
  const [isFresh, setFresh] = useState(restored !== null);
  const put = (next: GroupDraft, from: GroupBase) => {
    setDraft(next);
    if (changeCount(next, from) > 0) writeDraft(key, keptDraft(next, from));
    else clearDraft(key);
  };
  return {
    draft,
    changes: changeCount(draft, base),
    wasRestored: isFresh,
    change: (patch) => put({ ...draft, ...patch }, base),
    discard: () => {
      setFresh(false);
      put(draftOf(base), base);
    },
    settle: (from) => {
      setFresh(false);
      put(draftOf(from), from);
    },
  };
}
