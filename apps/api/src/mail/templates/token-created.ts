import type { Template } from '../letter.ts';
import { momentWords } from '../moment-words.ts';
import { WORDS } from '../words.ts';
import { originFacts } from './origin-facts.ts';

export const tokenCreated: Template<'token-created'> = ({ tokenName, endsAt, origin }, { firmName }) => ({
  subject: WORDS.tokenCreated.subject(firmName),
  heading: WORDS.tokenCreated.heading,
  paragraphs: [WORDS.tokenCreated.text(tokenName, momentWords(endsAt))],
  facts: originFacts(origin),
});
