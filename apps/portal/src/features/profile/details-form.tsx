import { UpdateCustomerProfileInput } from '@sallyport/contracts/portal';
import { TextField, useForm } from '@sallyport/forms';
import { Button, FormError, KeyValueList, RelativeTime, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { EmailText } from '../../components/email-text.tsx';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.profile;

/** The name; the rest is changed by whoever manages access. */
export function DetailsForm({ profile }: { profile: Outputs['profile']['getProfile'] }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const form = useForm({
    schema: UpdateCustomerProfileInput,
    initial: { displayName: profile.displayName },
    toInput: (values) => ({ ...values, version: profile.version }),
    draftKey: `profile.${profile.id}.${profile.version}`,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      const saved = await client.profile.updateProfile.mutate(input);
      queryClient.setQueryData(trpc.profile.getProfile.queryKey(), saved);
      toast.show({ title: t.saved });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <TextField
        form={form}
        name="displayName"
        label={t.displayName}
        help={t.displayNameHelp}
        autoComplete="name"
      />
      <KeyValueList
        items={[
          { key: 'email', label: t.email, value: <EmailText email={profile.email} /> },
          { key: 'company', label: t.company, value: profile.companyName },
          { key: 'signIn', label: t.lastSignIn, value: <RelativeTime at={profile.lastSignInAt} /> },
        ]}
      />
      <p className="text-xs text-text-2">{t.emailNote}</p>
      <div className="flex flex-wrap justify-end gap-2">
        {form.isDirty ? (
          <Button size="lg" onClick={() => form.reset({ displayName: profile.displayName })}>
            {strings.common.discard}
          </Button>
        ) : null}
        <Button
          size="lg"
          type="submit"
          variant="primary"
          disabled={!form.isDirty}
          busy={form.isBusy}
          busyLabel={strings.common.saving}
        >
          {strings.common.save}
        </Button>
      </div>
    </form>
  );
}
