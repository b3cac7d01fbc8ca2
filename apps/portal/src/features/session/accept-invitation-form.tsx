import { AcceptInvitationInput } from '@sallyport/contracts/common';
import { dropSecret, errorDataOf, NewPasswordField, TextField, useForm } from '@sallyport/forms';
import { Button, FormError, Notice, useToast } from '@sallyport/ui';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { showPasswordRefusal } from './password-refusal.ts';
import { useEnter } from './use-enter.ts';

const t = strings.auth.invitation;

export function AcceptInvitationForm({
  secret,
  firmName,
  onLinkInvalid,
}: {
  secret: string;
  firmName: string;
  onLinkInvalid: (message: string) => void;
}) {
  const enter = useEnter();
  const toast = useToast();
  const form = useForm({
    schema: AcceptInvitationInput,
    initial: { displayName: '', password: '' },
    toInput: (values) => ({ ...values, secret }),
    draftKey: 'accept-invitation',
    unkept: ['password'],
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      try {
        await client.invitations.acceptInvitation.mutate(input);
      } catch (error) {
        const data = errorDataOf(error);
        if (data?.code === 'LINK_INVALID') return onLinkInvalid(data.userMessage);
        return showPasswordRefusal(error, 'password');
      }
      dropSecret('/accept-invitation');
      await enter('/');
      toast.show({ title: t.welcome });
    },
  });
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4.5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <TextField
        form={form}
        name="displayName"
        label={t.displayName}
        help={t.displayNameHelp}
        size="xl"
        autoComplete="name"
        autoFocus
      />
      <NewPasswordField
        words={strings.auth.password}
        size="xl"
        value={form.values.password}
        onChange={(value) => form.set('password', value)}
        error={form.errors['password']}
        context={[firmName, form.values.displayName]}
      />
      <Notice icon="shield-check">{t.note}</Notice>
      <Button type="submit" variant="primary" size="xl" block busy={form.isBusy} busyLabel={t.busy}>
        {t.submit}
      </Button>
    </form>
  );
}
