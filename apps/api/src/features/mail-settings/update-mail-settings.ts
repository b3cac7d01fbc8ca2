import { ErrorCode } from '@sallyport/contracts/common';
import { MailSettings, UpdateMailSettingsInput } from '@sallyport/contracts/staff';
import { lockMailSettings, saveMailSettings } from '@sallyport/db/identity';
import { changedKeys } from '../../audit/changed-keys.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { sealMailSecret } from '../../mail/mail-server.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { mailSettingsView } from './mail-settings-view.ts';
import { secretToStore } from './secret-to-store.ts';

/** A13: whoever sets the mail server reads every reset link, so this is Admin plus "Confirm it's you". */
export const updateMailSettings = procedure
  .staff({ permission: null, action: 'mailSettings.update' })
  .input(UpdateMailSettingsInput)
  .output(MailSettings)
  .mutation(async ({ tx, call, input }) => {
    call.authorize({ action: 'mailSettings.update' });
    const { sealer } = servicesOf(call.request);
    const before = await lockMailSettings(tx);
    if ((before?.version ?? 0) !== input.version) throw new AppError(ErrorCode.StaleEdit);
    const secret = secretToStore(input, before, sealer);
    const { host, port, security, authentication, username, fromAddress, fromName, replyTo } = input;
    const fields = { host, port, security, authentication, username, fromAddress, fromName, replyTo };
    const sealedSecret = secret === null ? null : sealMailSecret(sealer, secret);
    await saveMailSettings(tx, { ...fields, sealedSecret });
    const changed = before === null ? Object.keys(fields) : changedKeys(before, fields);
    const hasNewSecret = input.password !== null || input.oauth !== null;
    await writeAudit(call, {
      action: 'mail-settings.updated',
      objectType: 'installation',
      objectId: null,
      // A13: where mail goes through is what an investigation asks first.
      ...(before ? { before: { host: before.host, port: before.port, security: before.security } } : {}),
      after: { host, port, security, changed, hasNewSecret },
    });
    return mailSettingsView(tx, sealer);
  });
