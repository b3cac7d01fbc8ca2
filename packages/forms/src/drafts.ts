const PREFIX = 'sallyport.draft.';

/** What was typed and not yet saved in this tab; null when there is nothing. Never holds a password. */
export function readDraft(key: string): unknown {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // storage is blocked or the draft is damaged: start afresh
  }
}

/** Keeps what was typed over a reload and over a sign-in. */
export function writeDraft(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // storage is blocked or full: the draft lives as long as the page
  }
}

export function clearDraft(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // storage is blocked: there is nothing to clear
  }
}

const OWNER = 'sallyport.drafts-of';

/** Says whose drafts this tab keeps from now on; those of somebody else are forgotten. */
export function claimDrafts(accountId: string): void {
  try {
    const owner = sessionStorage.getItem(OWNER);
    if (owner === accountId) return;
    if (owner !== null) clearAllDrafts();
    sessionStorage.setItem(OWNER, accountId);
  } catch {
    // storage is blocked: there are no drafts to tell apart
  }
}

/** Forgets every draft of this tab: somebody signed out. */
export function clearAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    }
  } catch {
    // storage is blocked: there is nothing to clear
  }
}
