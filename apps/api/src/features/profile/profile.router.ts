import { createRouter } from '../../trpc/procedure.ts';
import { changePassword } from './change-password.ts';
import { getProfile } from './get-profile.ts';
import { portalChangePassword } from './portal-change-password.ts';
import { portalGetProfile } from './portal-get-profile.ts';
import { portalRemovePhoto } from './portal-remove-photo.ts';
import { portalUpdatePreferences } from './portal-update-preferences.ts';
import { portalUpdateProfile } from './portal-update-profile.ts';
import { removePhoto } from './remove-photo.ts';
import { updatePreferences } from './update-preferences.ts';
import { updateProfile } from './update-profile.ts';

export const profileRouter = createRouter({
  getProfile,
  updateProfile,
  updatePreferences,
  removePhoto,
  changePassword,
});

export const portalProfileRouter = createRouter({
  getProfile: portalGetProfile,
  updateProfile: portalUpdateProfile,
  updatePreferences: portalUpdatePreferences,
  removePhoto: portalRemovePhoto,
  changePassword: portalChangePassword,
});
