import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';

export const adminFlagChanged: Template<'admin-flag-changed'> = (
  { personName, byName, isAdmin },
  { linkTo },
) => ({
  subject: WORDS.adminFlagChanged.subject(personName, isAdmin),
  heading: WORDS.adminFlagChanged.heading(isAdmin),
  paragraphs: [WORDS.adminFlagChanged.text],
  facts: [
    [WORDS.facts.person, personName],
    [WORDS.facts.by, byName],
  ],
  action: { label: WORDS.adminFlagChanged.action, url: linkTo('/users') },
});
