/** The first page after sign-in. */
export const home = {
  title: 'Overview',
  greeting: (name: string) => `Welcome, ${name}`,
  subtitle: (company: string, firm: string) => `${company} at ${firm}`,
  emptyTitle: 'No reports shared with you yet',
  emptyBody: (firm: string, company: string) =>
    `When ${firm} publishes the first findings of a test for ${company}, they appear here: what is open, what is fixed, and the reports to download.`,
  nextTitle: 'What happens next',
  next: [
    ['Your contact agrees scope and dates with you', 'That happens outside this portal.'],
    [
      'Findings and reports are published',
      'You see them here at once, with evidence and advice where your access includes it.',
    ],
    ['You fix, and ask for a retest', 'Each fix is checked and the result stands beside the finding.'],
  ],
  accessTitle: 'Your access',
  accessBody: 'What you will be able to do with what is shared.',
  /** In customers' words, where the registry speaks as staff do. */
  permissionNotes: {
    'view-findings': 'Published findings shared with you',
    'download-reports': 'Released reports shared with you',
  },
  accessNone: 'Nothing yet. Ask your contact which group you should be in.',
} as const;
