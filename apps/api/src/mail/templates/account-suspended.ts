import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';

export const accountSuspended: Template<'account-suspended'> = (
  { personName, byName, reason },
  { linkTo },
) => ({
  subject: WORDS.accountSuspended.subject(personName),
  heading: WORDS.accountSuspended.heading,
  paragraphs: [WORDS.accountSuspended.text],
  facts: [
    [WORDS.facts.person, personName],
    [WORDS.facts.by, byName],
    [WORDS.facts.reason, reason || WORDS.noReason],
  ],
  action: { label: WORDS.accountSuspended.action, url: linkTo('/users') },
});
