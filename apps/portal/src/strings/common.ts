/** Words that every screen uses. */
export const common = {
  portal: 'Client portal',
  cancel: 'Cancel',
  save: 'Save changes',
  saving: 'Saving',
  discard: 'Discard',
  unreachableTitle: 'The server did not answer',
  unreachable: 'The server did not answer. Nothing was saved. Check your connection and try again.',
  failedTitle: 'This did not load',
  failed: 'The server did not answer. Nothing was lost. Try again in a moment.',
  forbiddenTitle: 'This is not shared with you',
  crashedTitle: 'This page stopped working',
  crashed: 'What you saved is safe. Reload the page; if it happens again, tell your contact.',
  reload: 'Reload',
} as const;
