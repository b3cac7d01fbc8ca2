import { createRouter } from '../../trpc/procedure.ts';
import { changePassword } from './change-password.ts';
import { getProfile } from './get-profile.ts';
import { portalChangePassword } from './portal-change-password.ts';
import { portalGetProfile } from './portal-get-profile.ts';
import { portalUpdateProfile } from './portal-update-profile.ts';
import { updateProfile } from './update-profile.ts';

export const profileRouter = createRouter({ getProfile, updateProfile, changePassword });

export const portalProfileRouter = createRouter({
  getProfile: portalGetProfile,
  updateProfile: portalUpdateProfile,
  changePassword: portalChangePassword,
});
