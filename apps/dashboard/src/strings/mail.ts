import type { MailAuthentication, MailProblem, MailSecurity } from '@sallyport/contracts/staff';

const problems: Readonly<Record<MailProblem, string>> = {
  'no-server': 'No mail server is set.',
  'no-connection':
    'The server could not be reached. Check its name and port, and whether a firewall stands between.',
  timeout: 'The server did not answer in time. Check its port and protection.',
  tls: 'The connection could not be protected: the server does not offer it, or nobody vouches for its certificate.',
  'sign-in-refused': 'The server refused the sign-in. Check username and password.',
  'token-refused': 'No access token could be had. Check the token address, the client and the refresh token.',
  busy: 'The server asks to come back later. It is tried again.',
  'recipient-refused': 'The server refused the recipient.',
  refused: 'The server refused the mail. Check whether it may send from this address.',
  unreadable: 'The mail could not be read any more.',
  'too-late': 'It had become too old to be of use.',
  nobody: 'There is nobody to send it to any more.',
};
const securities: Readonly<Record<MailSecurity, string>> = {
  STARTTLS: 'STARTTLS',
  TLS: 'TLS',
  NONE: 'None',
};
const authentications: Readonly<Record<MailAuthentication, string>> = {
  PASSWORD: 'Password',
  XOAUTH2: 'OAuth 2.0',
  NONE: 'None',
};

/** The mail server, and the mailbox of a demo. */
export const mail = {
  subtitle:
    'Invitations, resets and security notices go through this server. Whoever sets it could read every reset link, so this is for Admins alone.',
  server: 'Server',
  host: 'Server',
  hostHelp: 'Its name, such as mail.firm.example.',
  port: 'Port',
  security: 'Protection',
  securityHelp:
    'STARTTLS (587) and TLS (465) encrypt. Without, only a server on this machine may take a password.',
  securities,
  signIn: 'Signing in to the server',
  authentication: 'How',
  authentications,
  username: 'Username',
  password: 'Password',
  passwordKept: 'One is stored. Leave this empty to keep it; another server or account needs it again.',
  passwordHelp: 'Stored encrypted, under a key that is not in the database. It is never shown again.',
  tokenUrl: 'Token address',
  tokenUrlHelp: 'Where access tokens are fetched, with https.',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  refreshToken: 'Refresh token',
  sender: 'Sender',
  fromAddress: 'Address',
  fromAddressHelp: 'From which mail comes; the server must let it send from there.',
  fromName: 'Name',
  fromNameHelp: 'Empty: the name of the firm.',
  replyTo: 'Answers go to',
  replyToHelp: 'Empty: to the sender’s address, where probably nobody reads.',
  save: 'Save the server',
  saved: 'The mail server is saved.',
  remove: 'Use no mail server',
  removeTitle: 'Use no mail server?',
  removeBody:
    'Nothing is mailed from then on: no resets, no notices. Links of invitations are shown to whoever invites. The stored password is forgotten.',
  removed: 'No mail server is set any more.',
  removing: 'Removing',
  state: 'State',
  notSetTitle: 'No mail server yet',
  notSet:
    'Until there is one, links of invitations are shown to whoever invites, and nobody can reset a password alone.',
  waiting: 'Waiting',
  failed: 'Failed in 7 days',
  lastProblem: 'Last trouble',
  none: 'none',
  test: 'Send a test mail to yourself',
  testing: 'Sending',
  testUnsaved: 'Save first: the test uses what is stored.',
  testDone: (to: string, ms: number) =>
    `The server took a mail to ${to} in ${ms} ms. Look whether it arrives.`,
  testDoneTitle: 'It works',
  testFailedTitle: 'It does not work yet',
  problems,

  mailbox: {
    title: 'Mailbox of the demo',
    subtitle: 'A demo sends nothing. What it would have sent lies here, and is gone when it stops.',
    emptyTitle: 'No mail yet',
    empty: 'Invite somebody, or ask for a new password at the sign-in.',
    absentTitle: 'There is no mailbox here',
    absent: 'Only a demo keeps its mail. Everywhere else it goes out through the mail server.',
    to: (email: string) => `To ${email}`,
    open: 'Open its link',
    frame: (subject: string) => `Mail: ${subject}`,
    list: 'Mails, the newest first',
    refresh: 'Look again',
    toSignIn: 'Go to sign-in',
  },
} as const;
