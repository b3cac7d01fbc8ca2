import type { Template } from '../letter.ts';
import { momentWords } from '../moment-words.ts';
import { WORDS } from '../words.ts';
import { originFacts } from './origin-facts.ts';

export const newDevice: Template<'new-device'> = ({ at, origin }, { firmName }) => ({
  subject: WORDS.newDevice.subject(firmName),
  heading: WORDS.newDevice.heading,
  paragraphs: [WORDS.newDevice.text],
  facts: [[WORDS.facts.when, momentWords(at)], ...originFacts(origin)],
});
