import type { Letter, LetterContext, Template } from './letter.ts';
import { MAIL_VARIABLES, type MailKind } from './mail-kinds.ts';
import { accessEnding } from './templates/access-ending.ts';
import { accountDeactivated } from './templates/account-deactivated.ts';
import { accountSuspended } from './templates/account-suspended.ts';
import { adminFlagChanged } from './templates/admin-flag-changed.ts';
import { companyChanged } from './templates/company-changed.ts';
import { emailChangeConfirm } from './templates/email-change-confirm.ts';
import { emailChanged } from './templates/email-changed.ts';
import { factorChanged } from './templates/factor-changed.ts';
import { invitation } from './templates/invitation.ts';
import { newDevice } from './templates/new-device.ts';
import { notMeReported } from './templates/not-me-reported.ts';
import { passwordChanged } from './templates/password-changed.ts';
import { passwordReset } from './templates/password-reset.ts';
import { testMail } from './templates/test.ts';
import { tokenCreated } from './templates/token-created.ts';
import { tokenEnding } from './templates/token-ending.ts';

const TEMPLATES: { readonly [Kind in MailKind]: Template<Kind> } = {
  invitation: invitation,
  'password-reset': passwordReset,
  'email-change-confirm': emailChangeConfirm,
  'email-changed': emailChanged,
  'password-changed': passwordChanged,
  'factor-changed': factorChanged,
  'new-device': newDevice,
  'account-suspended': accountSuspended,
  'account-deactivated': accountDeactivated,
  'admin-flag-changed': adminFlagChanged,
  'company-changed': companyChanged,
  'not-me-reported': notMeReported,
  'token-created': tokenCreated,
  'token-ending': tokenEnding,
  'access-ending': accessEnding,
  test: testMail,
};

/** Whether this version knows the kind; another version may have written the row. */
export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(MAIL_VARIABLES, kind);
}

/** The letter of a mail. @throws ZodError when the variables are not those of the kind */
export function letterOf<Kind extends MailKind>(
  kind: Kind,
  variables: unknown,
  context: LetterContext,
): Letter {
  const schema = MAIL_VARIABLES[kind];
  const template = TEMPLATES[kind] as (variables: unknown, context: LetterContext) => Letter;
  return template(schema.parse(variables), context);
}
