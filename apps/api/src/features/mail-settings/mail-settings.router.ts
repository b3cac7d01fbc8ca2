import { createRouter } from '../../trpc/procedure.ts';
import { getMailSettings } from './get-mail-settings.ts';
import { removeMailSettings } from './remove-mail-settings.ts';
import { testMailSettings } from './test-mail-settings.ts';
import { updateMailSettings } from './update-mail-settings.ts';

export const mailSettingsRouter = createRouter({
  get: getMailSettings,
  update: updateMailSettings,
  remove: removeMailSettings,
  test: testMailSettings,
});
