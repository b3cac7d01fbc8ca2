import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';

export const emailChanged: Template<'email-changed'> = (_variables, { firmName }) => ({
  subject: WORDS.emailChanged.subject(firmName),
  heading: WORDS.emailChanged.heading,
  paragraphs: [WORDS.emailChanged.text],
});
