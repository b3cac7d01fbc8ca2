/** Sign-in, invitation, "Confirm it's you". */
export const auth = {
  signIn: {
    title: 'Client portal',
    subtitle: 'Your findings, reports and retests in one place.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    busy: 'Signing in',
    hint: (firm: string) =>
      `No account yet? A colleague who manages access at your company, or your contact at ${firm}, can invite you.`,
    ended: 'Your session ended. Sign in to go on where you were.',
    signedOut: 'You are signed out.',
  },
  password: {
    label: 'Password',
    newLabel: 'New password',
    help: 'At least 15 characters. A few unrelated words work well. Common passwords are refused.',
    repeats: 'Do not repeat the same characters.',
    context: 'Leave your name, e-mail and the company out of it.',
  },
  invitation: {
    title: 'Accept your invitation',
    subtitle: (firm: string) => `${firm} invites you to its client portal.`,
    displayName: 'Your name',
    displayNameHelp: 'As your colleagues and the testers should see it.',
    submit: 'Accept and sign in',
    busy: 'Accepting',
    note: 'Only you choose this password. Nobody else ever types or sees it, and nobody will ask you for it.',
    welcome: 'Welcome. Your account is ready.',
  },
  link: {
    missingTitle: 'This link is not complete',
    missing: 'Copy the whole link, with everything after the # sign, and open it again.',
    invalidTitle: 'This link does not work any more',
    toSignIn: 'Go to sign-in',
  },
  confirm: {
    title: 'Confirm it’s you',
    body: 'This changes how your account is protected, so we ask once more. It then holds for 10 minutes.',
    password: 'Your password',
    submit: 'Confirm',
    busy: 'Confirming',
    cancelNote: 'Cancelling changes nothing. What you entered stays.',
  },
} as const;
