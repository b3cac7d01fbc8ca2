import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';
import { originFacts } from './origin-facts.ts';

export const factorChanged: Template<'factor-changed'> = ({ what, origin }, { firmName }) => ({
  subject: WORDS.factorChanged.subject(firmName),
  heading: WORDS.factorChanged.heading,
  paragraphs: [WORDS.factorChanged[what]],
  facts: originFacts(origin),
});
