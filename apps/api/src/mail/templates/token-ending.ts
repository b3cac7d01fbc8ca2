import type { Template } from '../letter.ts';
import { momentWords } from '../moment-words.ts';
import { WORDS } from '../words.ts';

export const tokenEnding: Template<'token-ending'> = ({ tokenName, endsAt }, { linkTo }) => ({
  subject: WORDS.tokenEnding.subject(tokenName),
  heading: WORDS.tokenEnding.heading,
  paragraphs: [WORDS.tokenEnding.text(tokenName, momentWords(endsAt))],
  action: { label: WORDS.tokenEnding.action, url: linkTo('/profile/tokens') },
});
