/** Every word that a mail says, in English. A second language is a second file of this shape. */
export const WORDS = {
  greeting: (name: string) => `Hello ${name},`,
  doors: { STAFF: 'staff dashboard', CUSTOMER: 'customer portal' },
  sentBy: (firm: string, door: string) => `Sent by the ${door} of ${firm}.`,
  sentTo: (email: string) => `This message went to ${email}. Nobody reads answers to it.`,
  linkHelp: 'If the button does not work, copy this address into your browser:',
  once: 'The link works once.',
  notMe: {
    question: 'This was not you?',
    label: 'This was not me',
    text: 'Press the link below. It ends every session of your account, closes its password until you choose a new one, and tells administrators. It works for 7 days.',
  },
  facts: { when: 'When', address: 'Address', device: 'Device', person: 'Person', by: 'By', reason: 'Reason' },
  noReason: 'none given',
  unknownDevice: 'unknown browser',
  deviceOn: (browser: string, system: string) => `${browser} on ${system}`,

  invitation: {
    subject: (firm: string, door: string) => `${firm} invites you to its ${door}`,
    heading: 'You are invited',
    by: (inviter: string, firm: string, door: string) => `${inviter} invites you to the ${door} of ${firm}.`,
    plain: (firm: string, door: string) => `You are invited to the ${door} of ${firm}.`,
    next: 'Open the link, choose a password, and you are in.',
    action: 'Accept the invitation',
    note: 'The link works once, for 24 hours. After that, its page sends you a new one, as long as the invitation is open.',
  },
  passwordReset: {
    subject: (firm: string) => `Choose a new password for ${firm}`,
    heading: 'Choose a new password',
    asked: 'Somebody, probably you, asked for a new password for your account.',
    askedByOther: 'An administrator sent you this link so that you can choose a new password.',
    next: 'If you use a second factor, keep it at hand: it is asked for.',
    action: 'Choose a new password',
    note: 'The link works once, for 30 minutes.',
    ignore: 'You did not ask for it? Then do nothing: your password stays as it is.',
  },
  emailChangeConfirm: {
    subject: (firm: string) => `Confirm your new e-mail address for ${firm}`,
    heading: 'Confirm this address',
    text: 'This address is to become the one of your account. Until you confirm it, nothing changes.',
    action: 'Confirm this address',
    note: 'The link works once, for 24 hours. Afterwards you sign in anew, with this address.',
    ignore: 'You do not know of this? Then do nothing.',
  },
  emailChanged: {
    subject: (firm: string) => `Your e-mail address at ${firm} was changed`,
    heading: 'Your e-mail address was changed',
    text: 'Your account has a new e-mail address from now on. This one is no longer used.',
  },
  passwordChanged: {
    subject: (firm: string) => `Your password at ${firm} was changed`,
    heading: 'Your password was changed',
    changed: 'The password of your account was changed. All other sessions have ended.',
    reset:
      'A new password was chosen for your account by a link that was sent to you. All sessions have ended.',
  },
  factorChanged: {
    subject: (firm: string) => `Your sign-in at ${firm} was changed`,
    heading: 'Your second factors were changed',
    'totp-added': 'An authenticator app was added to your account.',
    'totp-removed': 'The authenticator app was removed from your account.',
    'passkey-added': 'A passkey was added to your account.',
    'passkey-removed': 'A passkey was removed from your account.',
    'recovery-codes-renewed':
      'New recovery codes were made for your account. Earlier ones do not work any more.',
    'recovery-code-used': 'A recovery code was used to sign in to your account. It does not work again.',
    'factors-reset':
      'An administrator removed the second factors of your account. At the next sign-in you set up new ones.',
  },
  newDevice: {
    subject: (firm: string) => `New sign-in to your account at ${firm}`,
    heading: 'A sign-in from a new device',
    text: 'Somebody signed in to your account on a device that was not used for it before.',
  },
  accountSuspended: {
    subject: (name: string) => `${name} was suspended`,
    heading: 'An account was suspended',
    text: 'Its sessions have ended and it cannot sign in until somebody lifts the suspension.',
    action: 'Open the users',
  },
  accountDeactivated: {
    subject: (name: string) => `${name} was deactivated`,
    heading: 'An account was deactivated',
    text: 'Its sessions, links and tokens have ended.',
    action: 'Open the users',
  },
  adminFlagChanged: {
    subject: (name: string, isAdmin: boolean) =>
      isAdmin ? `${name} is an Admin now` : `${name} is no Admin any more`,
    heading: (isAdmin: boolean) => (isAdmin ? 'There is a new Admin' : 'There is one Admin less'),
    text: 'Every Admin gets this message. If nobody told you of it, ask.',
    action: 'Open the users',
  },
  companyChanged: {
    subject: (firm: string) => `Your account at ${firm} moved to another company`,
    heading: 'Your company was changed',
    text: (company: string) =>
      `Your account belongs to ${company} from now on. Your sessions have ended: sign in again.`,
  },
  notMeReported: {
    subject: (name: string) => `${name} reports: this was not me`,
    heading: 'Somebody says: this was not me',
    text: (name: string) =>
      `${name} pressed “This was not me” in a security notice. All sessions of the account have ended and its password must be changed. Talk to the person, and look at the account’s sign-ins.`,
    action: 'Open the sign-in activity',
  },
  tokenCreated: {
    subject: (firm: string) => `A new API token for your account at ${firm}`,
    heading: 'An API token was created',
    text: (token: string, ends: string) =>
      `The token “${token}” was created for your account. It ends on ${ends}.`,
  },
  tokenEnding: {
    subject: (token: string) => `Your API token “${token}” ends soon`,
    heading: 'An API token ends soon',
    text: (token: string, ends: string) =>
      `The token “${token}” ends on ${ends}. Create a new one in time, and put it where this one is used.`,
    action: 'Open your tokens',
  },
  accessEnding: {
    subject: (firm: string) => `Your access at ${firm} ends soon`,
    heading: 'Access ends soon',
    account: (ends: string) =>
      `Your account ends on ${ends}. If you need it for longer, ask an administrator.`,
    group: (group: string, ends: string) =>
      `Your membership in “${group}” ends on ${ends}. If you need it for longer, ask an administrator.`,
  },
  test: {
    subject: (firm: string) => `Test message from ${firm}`,
    heading: 'It works',
    text: 'This message shows that Sallyport can send mail with the settings that you tested.',
  },
} as const;
