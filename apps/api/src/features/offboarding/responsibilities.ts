import { groupResponsibility } from './group.responsibility.ts';
import { invitationResponsibility } from './invitation.responsibility.ts';
import { projectResponsibility } from './project.responsibility.ts';
import type { HandedOver } from './responsibility.ts';
import { tokenResponsibility } from './token.responsibility.ts';

/** What somebody answers for. A later noun adds itself here; a reference that is owned and has none fails a test. */
export const HANDED_OVER: readonly HandedOver[] = [projectResponsibility];

/** What ends with somebody, each in its own step. */
export const ENDED = {
  group: groupResponsibility,
  token: tokenResponsibility,
  invitation: invitationResponsibility,
} as const;
