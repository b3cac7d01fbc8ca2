const many = (count: number, one: string, more: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${more}`;

/** The first page after sign-in. */
export const home = {
  title: 'Home',
  greeting: (name: string) => `Welcome, ${name}`,
  subtitle: (company: string, firm: string) => `${company} at ${firm}`,
  openRisk: 'Open risk',
  asOf: (projects: number, day: string) => `${many(projects, 'project', 'projects')}, as of today, ${day}`,
  fixFirst: 'Fix first',
  urgent: 'critical or high',
  ofOpen: (open: number) => `of ${many(open, 'open finding', 'open findings')}`,
  answer: (critical: number, high: number) => {
    if (critical + high === 0) return 'No critical and no high finding is open.';
    if (critical === 0)
      return `${many(high, 'high finding is', 'high findings are')} open, and no critical one.`;
    if (high === 0) return `${many(critical, 'critical finding is', 'critical findings are')} open.`;
    return `${critical.toLocaleString('en')} critical and ${many(high, 'high finding', 'high findings')} are open.`;
  },
  mostIn: (project: string, open: number) => `${project} has the most open: ${open.toLocaleString('en')}.`,
  showUrgent: 'Show these findings',
  showOpen: 'Show all open findings',
  openFindings: 'Open findings',
  open: 'open',
  nothingOpenTitle: 'Nothing is open',
  nothingOpen: 'None of the findings shared with you is open.',
  noFindingsTitle: 'No findings yet',
  noFindings: (firm: string) => `You will find them here as soon as ${firm} publishes them.`,
  allFindings: 'All findings',
  latest: 'Latest findings',
  projects: 'Projects',
  allProjects: (count: number) => `All ${count.toLocaleString('en')}`,
  reports: 'Latest reports',
  allReports: 'All reports',
  noReportsTitle: 'No reports yet',
  noReports: (firm: string) => `You can download them here once ${firm} releases them.`,
  reportVersion: (version: string) => `Version ${version}`,
  emptyTitle: (firm: string) => `${firm} has not published anything yet`,
  emptyBody: (company: string) =>
    `You will find findings and reports for ${company} here: what is open, what is fixed, and what to do about it.`,
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
