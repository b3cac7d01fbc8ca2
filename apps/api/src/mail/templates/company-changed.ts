import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';

export const companyChanged: Template<'company-changed'> = ({ companyName }, { firmName }) => ({
  subject: WORDS.companyChanged.subject(firmName),
  heading: WORDS.companyChanged.heading,
  paragraphs: [WORDS.companyChanged.text(companyName)],
});
