import type { SecurityPolicyLimit, SignInKind, SignInOutcome } from '@sallyport/contracts/staff';

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
const whoSet = (count: number, of = '') =>
  count === 1 ? `1 person${of} sets up` : `${count} people${of} set up`;
const sessions = (count: number) => (count === 1 ? '1 session' : `${count} sessions`);

interface LimitWords {
  label: string;
  unit: string;
  help: string;
  source: string;
}

const limits: Readonly<Record<SecurityPolicyLimit, LimitWords>> = {
  passwordMinimum: {
    label: 'Shortest password',
    unit: 'characters',
    help: 'Counts at the next change of a password. It can only be raised, never lowered again.',
    source: 'NIST SP 800-63B-4, 3.1.1: 15 where a password stands alone',
  },
  staffIdleMinutes: {
    label: 'Staff sign in again after',
    unit: 'minutes without use',
    help: 'Counts what a person does; open pages and background work do not keep a session alive.',
    source: 'ASVS 5.0, 7.3.1; NIST SP 800-63B-4, 2.2.3: 1 hour at most',
  },
  customerIdleMinutes: {
    label: 'Customers sign in again after',
    unit: 'minutes without use',
    help: 'A company can have a shorter time of its own, on its page.',
    source: 'ASVS 5.0, 7.3.1; NIST SP 800-63B-4, 2.2.3',
  },
  absoluteHours: {
    label: 'Everybody signs in again after',
    unit: 'hours, used or not',
    help: 'Counted from the sign-in. Confirming who one is does not start it anew.',
    source: 'ASVS 5.0, 7.3.2; NIST SP 800-63B-4, 2.2.3: 24 hours at most',
  },
  tokenDaysAtMost: {
    label: 'API tokens last at most',
    unit: 'days',
    help: 'Counts for new tokens. Those that are there keep their end.',
    source: 'OWASP Secrets Management: no secret without an end',
  },
};

const kinds: Readonly<Record<SignInKind, string>> = {
  PASSWORD: 'Password',
  FACTOR: 'Second factor',
  PASSKEY: 'Passkey',
  CONFIRMATION: 'Confirm it’s you',
  RESET: 'Password reset',
  LINK: 'One-time link',
  TOKEN: 'API token',
};

const outcomes: Readonly<Record<SignInOutcome, string>> = {
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  REFUSED: 'Refused',
};

/** Settings: policy, networks, sign-in activity, alerts. */
export const settings = {
  title: 'Settings',
  tabs: {
    label: 'Settings',
    security: 'Security policy',
    networks: 'Networks',
    mail: 'Mail',
    activity: 'Sign-in activity',
    alerts: 'Access alerts',
  },
  limits,
  range: (from: number, to: number, standard: number) => `${from} to ${to}, ${standard} unless changed`,
  policy: {
    factors: 'Second factors',
    staffFactor: 'Staff need a second factor',
    staffFactorHelp:
      'Admins need one in any case. Whoever has none sets one up at the next request, before anything else.',
    staffFactorSource: 'ASVS 5.0, 6.3.3; NIST SP 800-63B-4, AAL2',
    customersFactor: 'Whether customers need one is decided for each company, on its page.',
    sessions: 'Sessions',
    passwords: 'Passwords and tokens',
    effect: 'What saving does',
    noEffect: 'Nothing is changed yet.',
    noConsequence: 'Nobody notices: no session, person or token is affected.',
    enrol: (count: number) => `${whoSet(count)} a second factor at the next request`,
    enrolBody: 'Until then they reach nothing else.',
    noLonger: 'Staff may sign in with a password alone',
    noLongerBody: 'Admins still need a second factor.',
    shorten: (count: number) => `${sessions(count)} will end sooner`,
    shortenBody:
      'Sessions that are open now are shortened as well. Longer limits count for new sessions alone.',
    end: (sessionCount: number, personCount: number) =>
      `${sessions(sessionCount)} of ${people(personCount)} end at once`,
    endBody: 'They sign in again; what was typed stays.',
    raise: (minimum: number) => `New passwords have ${minimum} characters or more`,
    raiseBody: 'Passwords that are shorter keep working until they are changed. This cannot be taken back.',
    tokens: (count: number) => (count === 1 ? '1 token lasts longer' : `${count} tokens last longer`),
    tokensBody: 'They keep their end. Revoke them if they must not.',
    save: 'Save policy',
    saved: 'Policy saved',
  },
  networks: {
    intro:
      'Whoever comes from elsewhere cannot sign in, and is refused at the next request. Without a network in a list everybody passes it. Companies, people and API tokens can have lists of their own; all that apply must let somebody pass.',
    staff: 'Staff dashboard',
    customers: 'Customer portal',
    own: 'This list',
    empty: 'Everybody may come from everywhere',
    emptyBody: 'Add a network to allow only that one.',
    network: 'Network or address',
    networkPlaceholder: '203.0.113.0/24',
    note: 'Note',
    notePlaceholder: 'Office, VPN …',
    add: 'Add network',
    addOwn: (address: string) => `Add ${address}, where you are`,
    remove: (network: string) => `Remove ${network || 'this line'}`,
    use: (network: string) => `Use ${network}`,
    excludesYou: 'This would exclude you',
    excludesYouBody: (address: string) =>
      `You come from ${address}, which is in none of these networks. Add it before you save.`,
    cutOff: (sessionCount: number, personCount: number) =>
      `${sessions(sessionCount)} of ${people(personCount)} came from elsewhere`,
    cutOffBody: 'They are refused at their next request.',
    opens: 'The list lets everybody pass',
    save: 'Save networks',
    saved: 'Networks saved',
    wayBack: 'If a list ever shuts out everybody: npm run admin -- ip-reset, on the server.',
    readOnly: 'You can read this list, not change it.',
  },
  company: {
    title: 'Policy',
    intro: (name: string) => `What holds for the people of ${name} at the portal.`,
    factor: 'A second factor is required',
    factorHelp: 'Whoever has none sets one up at the next request, before anything else.',
    idle: 'Sign in again after',
    idleStandard: (minutes: number) => `as everywhere: ${minutes} minutes without use`,
    idleMinutes: (minutes: number) => `${minutes} minutes without use`,
    enrol: (count: number) => `${whoSet(count, ' of this company')} a second factor at the next request`,
    allEnrolled: 'Everybody has one already.',
    shorten: (count: number) => `${sessions(count)} may end sooner`,
    nobody: 'Nobody of this company has an account yet. It counts from the first invitation on.',
    save: 'Save policy',
    saved: 'Policy saved',
    networks: 'Networks',
    networksIntro:
      'From where the people of this company may come. The list for all customers holds besides.',
  },
  activity: {
    tableLabel: 'Attempts to sign in',
    chartLabel: 'Attempts to sign in over time',
    kinds,
    outcomes,
    audiences: { STAFF: 'Dashboard', CUSTOMER: 'Portal' },
    columns: { time: 'Time', outcome: 'Outcome', who: 'Who', what: 'With', from: 'From' },
    unknown: 'Unknown account',
    noAddress: 'unknown',
    knownDevice: 'known device',
    newDevice: 'unknown device',
    filters: {
      range: 'When',
      last: 'last',
      door: 'Door',
      outcome: 'Outcome',
      kind: 'With',
      address: 'From',
      account: 'Who',
      is: 'is',
      isAnyOf: 'is any of',
      reset: 'Reset',
    },
    ranges: { day: '24 hours', week: '7 days', month: '30 days', quarter: '90 days' },
    attempts: (count: string) => `${count} attempts`,
    emptyTitle: 'Nobody tried to sign in',
    emptyBody: 'Attempts at both doors show here for 90 days.',
    noMatchTitle: 'No attempt matches',
    noMatchBody: 'Nothing in this time matches the filters.',
    panel: {
      when: 'When',
      outcome: 'Outcome',
      door: 'Door',
      kind: 'With',
      from: 'From',
      device: 'Device',
      refusedWhy: 'There had been too many attempts before, so this one was not even checked.',
      onlyAddress: 'Only this address',
      onlyAccount: 'Only this person',
      openAccount: 'Open account',
      clear: 'Clear failed sign-ins',
      clearTitle: (name: string) => `Clear failed sign-ins of ${name}?`,
      clearBody:
        'What was counted against this account is forgotten, and a closed password opens on unknown devices again. Do this when you know that it was the person.',
      cleared: (name: string) => `Failed sign-ins of ${name} cleared`,
    },
  },
  alerts: {
    open: 'Open',
    closed: 'Closed',
    state: 'Which alerts',
    spraying: (address: string) => `Many accounts were tried from ${address}`,
    sprayingNote: (accounts: number) => `${accounts} accounts within 15 minutes`,
    passwordClosed: (name: string) => `The password of ${name} is closed on unknown devices`,
    passwordClosedNote: 'After 100 failures. A reset, a passkey or a known device still lets them in.',
    notMe: (name: string) => `${name} says: this was not me`,
    notMeNote: 'Their sessions and tokens are ended. Only a reset or a passkey lets them in.',
    other: (kind: string) => kind.toLowerCase().replaceAll('_', ' '),
    lastSeen: 'last',
    show: 'Show attempts',
    close: 'Close',
    closing: 'Closing',
    closeNote: 'Closed. What goes on raises a new alert.',
    closedBy: (name: string) => `closed by ${name}`,
    resolved: 'resolved by itself',
    emptyTitle: 'No open alert',
    emptyBody: 'Spraying of passwords and passwords that strangers have closed show here.',
    noneClosed: 'No alert was closed yet',
    home: (count: number) =>
      [count === 1 ? '1 access alert' : `${count} access alerts`, ' about sign-ins'] as const,
    homeNote: 'Somebody tries passwords, or has closed one.',
  },
} as const;
