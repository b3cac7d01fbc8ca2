/** How each command is called, for whoever called it wrongly. */
export const USAGE = {
  'create-admin': `
  npm run admin -- create-admin --for EMAIL [--name NAME]

    Makes an Admin and prints a one-time link. Without an account of this address: a new one, called NAME. An account
    that is there becomes an Admin, and its link sets a new password.
`,
  'reset-factor': `
  npm run admin -- reset-factor --for EMAIL [--door staff|portal]

    Removes all second factors of an account and ends its sessions. It enrols again at its next sign-in.
`,
  'ip-reset': `
  npm run admin -- ip-reset [--level staff|customers|company|account|token]

    Removes the lists of allowed networks, of one level or of all.
`,
  'list-sessions': `
  npm run admin -- list-sessions [--for EMAIL]

    Shows who is signed in, since when, from where.
`,
  'revoke-all': `
  npm run admin -- revoke-all --yes

    Ends every session, of staff and of customers, and every API token.
`,
  calibrate: `
  npm run admin -- calibrate [--save]

    Measures how strongly this machine can hash passwords; --save makes it so from the next start on.
`,
  'rotate-key': `
  npm run admin -- rotate-key --dry-run | --yes | --finish

    Puts a new master key in the place of the old one; Sallyport must be stopped. --dry-run tries everything and changes
    nothing; --finish ends a rotation that was interrupted.
`,
  'audit verify': `
  npm run admin -- audit verify [--checkpoint TEXT]

    Compares the whole audit log with its chain and with every place that was signed. --checkpoint takes a line that was
    kept elsewhere: it shows whether the end was cut off or an older copy put in its place.
`,
  'audit checkpoint': `
  npm run admin -- audit checkpoint

    Prints the end of the chain, signed, to be kept where the database cannot reach it.
`,
  'create-token': `
  npm run admin -- create-token --for EMAIL --scopes SCOPES [--days N] [--name NAME]

    --for     e-mail address of the staff account that the token acts for
    --scopes  permissions, separated by commas; with a reach where there is one:
              manage-projects:ASSIGNED,manage-companies
    --days    how long it holds: 1 to 365, 90 unless told otherwise
    --name    what the list of tokens calls it
`,
} as const;
