import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';

export const emailChangeConfirm: Template<'email-change-confirm'> = ({ secret }, { firmName, linkTo }) => ({
  subject: WORDS.emailChangeConfirm.subject(firmName),
  heading: WORDS.emailChangeConfirm.heading,
  paragraphs: [WORDS.emailChangeConfirm.text],
  action: { label: WORDS.emailChangeConfirm.action, url: linkTo('/confirm-email', secret) },
  notes: [WORDS.emailChangeConfirm.note, WORDS.emailChangeConfirm.ignore],
});
