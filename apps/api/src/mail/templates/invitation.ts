import type { Template } from '../letter.ts';
import { WORDS } from '../words.ts';

export const invitation: Template<'invitation'> = (
  { secret, inviterName },
  { firmName, doorName, linkTo },
) => ({
  subject: WORDS.invitation.subject(firmName, doorName),
  heading: WORDS.invitation.heading,
  paragraphs: [
    inviterName === null
      ? WORDS.invitation.plain(firmName, doorName)
      : WORDS.invitation.by(inviterName, firmName, doorName),
    WORDS.invitation.next,
  ],
  action: { label: WORDS.invitation.action, url: linkTo('/accept-invitation', secret) },
  notes: [WORDS.invitation.note],
});
