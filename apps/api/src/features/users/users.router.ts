import { createRouter } from '../../trpc/procedure.ts';
import { anonymiseUser } from './anonymise-user.ts';
import { bulkAddToGroup } from './bulk-add-to-group.ts';
import { bulkDeactivate } from './bulk-deactivate.ts';
import { bulkEndSessions } from './bulk-end-sessions.ts';
import { changeUserEmail } from './change-user-email.ts';
import { deactivateUser } from './deactivate-user.ts';
import { deleteUser } from './delete-user.ts';
import { endUserSessions } from './end-user-sessions.ts';
import { getControls } from './get-controls.ts';
import { getUser } from './get-user.ts';
import { inviteUser } from './invite-user.ts';
import { liftSuspension } from './lift-suspension.ts';
import { listActivity } from './list-activity.ts';
import { listUserSessions } from './list-user-sessions.ts';
import { listUserTokens } from './list-user-tokens.ts';
import { listUsers } from './list-users.ts';
import { previewUserRemoval } from './preview-user-removal.ts';
import { reactivateUser } from './reactivate-user.ts';
import { renewInvitation } from './renew-invitation.ts';
import { requirePasswordChange } from './require-password-change.ts';
import { resetFactors } from './reset-factors.ts';
import { revokeUserToken } from './revoke-user-token.ts';
import { sendReset } from './send-reset.ts';
import { setAdmin } from './set-admin.ts';
import { setExpiry } from './set-expiry.ts';
import { setSwitches } from './set-switches.ts';
import { suspendUser } from './suspend-user.ts';
import { updateUser } from './update-user.ts';

export const usersRouter = createRouter({
  listSessions: listUserSessions,
  endSessions: endUserSessions,
  listTokens: listUserTokens,
  revokeToken: revokeUserToken,
  listUsers,
  getUser,
  inviteUser,
  renewInvitation,
  updateUser,
  deactivateUser,
  reactivateUser,
  anonymiseUser,
  bulkAddToGroup,
  bulkDeactivate,
  bulkEndSessions,
  changeUserEmail,
  deleteUser,
  getControls,
  liftSuspension,
  listActivity,
  previewUserRemoval,
  requirePasswordChange,
  resetFactors,
  sendReset,
  setAdmin,
  setExpiry,
  setSwitches,
  suspendUser,
});
