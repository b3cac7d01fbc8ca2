import { MailSettings } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { NoInput } from '../wire.ts';
import { mailSettingsView } from './mail-settings-view.ts';

/** A13: the mail server, without its secret. */
export const getMailSettings = procedure
  .staff({ permission: null, action: 'mailSettings.read' })
  .input(NoInput)
  .output(MailSettings)
  .query(({ tx, call }) => {
    call.authorize({ action: 'mailSettings.read' });
    return mailSettingsView(tx, servicesOf(call.request).sealer);
  });
