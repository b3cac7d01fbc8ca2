/** Navigation and the account's menu. */
export const shell = {
  home: 'Overview',
  profile: 'My profile',
  signOut: 'Sign out',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  footer: (firm: string) => `${firm} shares this portal with you.`,
} as const;
