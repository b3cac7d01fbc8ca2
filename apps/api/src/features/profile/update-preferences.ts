import { Language, Preferences, UpdatePreferencesInput } from '@sallyport/contracts/common';
import { setPreferences } from '@sallyport/db/identity';
import { changedKeys } from '../../audit/changed-keys.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { staffCaller } from '../signed-in.ts';

/** Language and theme, kept with the account so that they follow it to every browser. */
export const updatePreferences = procedure
  .staff({ permission: null, action: 'profile.update' })
  .input(UpdatePreferencesInput)
  .output(Preferences)
  .mutation(async ({ tx, call, input: { language, theme } }) => {
    call.authorize({ action: 'profile.update' });
    const { account } = staffCaller(call);
    const preferences = {
      language: language ?? Language.parse(account.language),
      theme: theme ?? account.theme,
    };
    await setPreferences(tx, account, preferences);
    await writeAudit(call, {
      action: 'account.updated',
      objectType: 'account',
      objectId: account.id,
      after: { changed: changedKeys(account, preferences) },
    });
    return preferences;
  });
