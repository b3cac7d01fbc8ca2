import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';

export const accountDeactivated: Template<'account-deactivated'> = ({ personName, byName }, { linkTo }) => ({
  subject: WORDS.accountDeactivated.subject(personName),
  heading: WORDS.accountDeactivated.heading,
  paragraphs: [WORDS.accountDeactivated.text],
  facts: [
    [WORDS.facts.person, personName],
    [WORDS.facts.by, byName],
  ],
  action: { label: WORDS.accountDeactivated.action, url: linkTo('/users') },
});
