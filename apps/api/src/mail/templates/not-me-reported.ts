import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';

export const notMeReported: Template<'not-me-reported'> = ({ personName }, { linkTo }) => ({
  subject: WORDS.notMeReported.subject(personName),
  heading: WORDS.notMeReported.heading,
  paragraphs: [WORDS.notMeReported.text(personName)],
  action: { label: WORDS.notMeReported.action, url: linkTo('/settings/activity') },
});
