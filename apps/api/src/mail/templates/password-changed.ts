import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';
import { originFacts } from './origin-facts.ts';

export const passwordChanged: Template<'password-changed'> = ({ how, origin }, { firmName }) => ({
  subject: WORDS.passwordChanged.subject(firmName),
  heading: WORDS.passwordChanged.heading,
  paragraphs: [WORDS.passwordChanged[how]],
  facts: originFacts(origin),
});
