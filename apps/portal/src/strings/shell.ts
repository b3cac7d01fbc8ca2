/** Navigation and the account's menu. */
export const shell = {
  demo: { label: 'Demo', text: 'Demo: everything here is removed when it stops.' },
  home: 'Home',
  projects: 'Projects',
  findings: 'Findings',
  reports: 'Reports',
  profile: 'My profile',
  signOut: 'Sign out',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  footer: (firm: string) => `${firm} shares this portal with you.`,
} as const;
