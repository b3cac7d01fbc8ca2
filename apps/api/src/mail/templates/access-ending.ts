import type { Template } from '../letter.ts';
import { momentWords } from '../moment-words.ts';
import { WORDS } from '../words.ts';

export const accessEnding: Template<'access-ending'> = ({ groupName, endsAt }, { firmName }) => ({
  subject: WORDS.accessEnding.subject(firmName),
  heading: WORDS.accessEnding.heading,
  paragraphs: [
    groupName === null
      ? WORDS.accessEnding.account(momentWords(endsAt))
      : WORDS.accessEnding.group(groupName, momentWords(endsAt)),
  ],
});
