import { endLinksMadeBy, listOpenInvitations, visibleMembers } from '@sallyport/db';
import type { Ended } from './responsibility.ts';

/** Links that somebody gave out: they have seen the secrets, so these end. The invited stay and are invited again. */
export const invitationResponsibility: Ended = {
  noun: 'invitation',
  async list({ tx, principal }, leaver) {
    const invited = await listOpenInvitations(tx, leaver, visibleMembers(principal));
    return invited.map(({ id, displayName }) => ({
      id,
      name: displayName,
      detail: '',
      role: null,
      isOpen: true,
      canHandOver: false,
      why: null,
    }));
  },
  end: ({ tx }, leaver) => endLinksMadeBy(tx, leaver),
};
