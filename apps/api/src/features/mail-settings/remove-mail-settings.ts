import { ErrorCode } from '@sallyport/contracts/common';
import { MailSettings, RemoveMailSettingsInput } from '@sallyport/contracts/staff';
import { deleteMailSettings, lockMailSettings } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { mailSettingsView } from './mail-settings-view.ts';

/** A13: from now on nothing is mailed, and links of invitations are shown to whoever invites (U5). */
export const removeMailSettings = procedure
  .staff({ permission: null, action: 'mailSettings.update' })
  .input(RemoveMailSettingsInput)
  .output(MailSettings)
  .mutation(async ({ tx, call, input: { version } }) => {
    call.authorize({ action: 'mailSettings.update' });
    const before = await lockMailSettings(tx);
    if (!before || before.version !== version) throw new AppError(ErrorCode.StaleEdit);
    await deleteMailSettings(tx);
    await writeAudit(call, {
      action: 'mail-settings.removed',
      objectType: 'installation',
      objectId: null,
      before: { host: before.host, port: before.port, security: before.security },
    });
    return mailSettingsView(tx, servicesOf(call.request).sealer);
  });
