/** Changes as they happen. */
export const live = {
  lost: 'Connection interrupted. Reconnecting; what you type is kept.',
} as const;
