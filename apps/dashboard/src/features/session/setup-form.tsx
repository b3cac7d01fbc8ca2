import { CompleteSetupInput } from '@sallyport/contracts/staff';
import { dropSecret, errorDataOf, NewPasswordField, TextField, useForm } from '@sallyport/forms';
import { Button, FormError, useToast } from '@sallyport/ui';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { showPasswordRefusal } from './password-refusal.ts';
import { useEnter } from './use-enter.ts';

const t = strings.auth.setup;

export function SetupForm({
  secret,
  onLinkInvalid,
}: {
  secret: string;
  onLinkInvalid: (message: string) => void;
}) {
  const enter = useEnter();
  const toast = useToast();
  const form = useForm({
    schema: CompleteSetupInput,
    initial: { firmName: '', displayName: '', email: '', password: '' },
    toInput: (values) => ({ ...values, secret }),
    draftKey: 'setup',
    unkept: ['password'],
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      try {
        await client.setup.completeSetup.mutate(input);
      } catch (error) {
        const data = errorDataOf(error);
        if (data?.code === 'LINK_INVALID') return onLinkInvalid(data.userMessage);
        return showPasswordRefusal(error, 'password');
      }
      dropSecret('/setup');
      await enter('/');
      toast.show({ title: t.welcome });
    },
  });
  const { firmName, displayName, email, password } = form.values;
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4.5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <TextField
        form={form}
        name="firmName"
        label={t.firmName}
        help={t.firmHelp}
        size="xl"
        autoComplete="organization"
        autoFocus
      />
      <TextField form={form} name="displayName" label={t.displayName} size="xl" autoComplete="name" />
      <TextField form={form} name="email" label={t.email} type="email" size="xl" autoComplete="username" />
      <NewPasswordField
        words={strings.auth.password}
        size="xl"
        value={password}
        onChange={(value) => form.set('password', value)}
        error={form.errors['password']}
        context={[firmName, displayName, email]}
      />
      <Button type="submit" variant="primary" size="xl" block busy={form.isBusy} busyLabel={t.busy}>
        {t.submit}
      </Button>
      <p className="text-xs text-text-3">{t.note}</p>
    </form>
  );
}
