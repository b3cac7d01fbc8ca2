import { ChangePasswordInput } from '@sallyport/contracts/common';
import { NewPasswordField, useForm } from '@sallyport/forms';
import { Button, FormError } from '@sallyport/ui';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { showPasswordRefusal } from './password-refusal.ts';

const t = strings.security.forced;

/** Chooses a new password because somebody demanded one. */
export function ForcedPasswordForm({
  context,
  onChanged,
}: {
  context: readonly string[];
  onChanged: () => Promise<unknown>;
}) {
  const form = useForm({
    schema: ChangePasswordInput,
    initial: { newPassword: '' },
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      try {
        await client.profile.changePassword.mutate(input);
      } catch (error) {
        return showPasswordRefusal(error, 'newPassword');
      }
      await onChanged();
    },
  });
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4.5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <NewPasswordField
        words={strings.auth.password}
        label={strings.auth.password.newLabel}
        size="xl"
        autoFocus
        value={form.values.newPassword}
        onChange={(value) => form.set('newPassword', value)}
        error={form.errors['newPassword']}
        context={context}
      />
      <Button type="submit" variant="primary" size="xl" block busy={form.isBusy} busyLabel={t.busy}>
        {t.submit}
      </Button>
    </form>
  );
}
