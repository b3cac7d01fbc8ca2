import { createRouter } from '../../trpc/procedure.ts';
import { listUserTokens } from '../tokens/list-user-tokens.ts';
import { revokeUserToken } from '../tokens/revoke-user-token.ts';
import { deactivateUser } from './deactivate-user.ts';
import { getUser } from './get-user.ts';
import { inviteUser } from './invite-user.ts';
import { listUsers } from './list-users.ts';
import { reactivateUser } from './reactivate-user.ts';
import { renewInvitation } from './renew-invitation.ts';
import { updateUser } from './update-user.ts';

export const usersRouter = createRouter({
  listTokens: listUserTokens,
  revokeToken: revokeUserToken,
  listUsers,
  getUser,
  inviteUser,
  renewInvitation,
  updateUser,
  deactivateUser,
  reactivateUser,
});
