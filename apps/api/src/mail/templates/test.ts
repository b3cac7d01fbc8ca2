import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';

export const testMail: Template<'test'> = (_variables, { firmName }) => ({
  subject: WORDS.test.subject(firmName),
  heading: WORDS.test.heading,
  paragraphs: [WORDS.test.text],
});
