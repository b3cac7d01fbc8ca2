import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';

export const passwordReset: Template<'password-reset'> = (
  { secret, isRequestedByOther },
  { firmName, linkTo },
) => ({
  subject: WORDS.passwordReset.subject(firmName),
  heading: WORDS.passwordReset.heading,
  paragraphs: [
    isRequestedByOther ? WORDS.passwordReset.askedByOther : WORDS.passwordReset.asked,
    WORDS.passwordReset.next,
  ],
  action: { label: WORDS.passwordReset.action, url: linkTo('/reset-password', secret) },
  notes: [WORDS.passwordReset.note, WORDS.passwordReset.ignore],
});
