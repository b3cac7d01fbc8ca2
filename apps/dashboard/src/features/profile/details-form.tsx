import { UpdateOwnProfileInput } from '@sallyport/contracts/staff';
import { TextField, useForm } from '@sallyport/forms';
import { Button, CodeText, FormError, KeyValueList, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { EmailText } from '../../components/email-text.tsx';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.profile;

/** Name and title; the rest is changed by whoever manages users. */
export function DetailsForm({ profile }: { profile: Outputs['profile']['getProfile'] }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const form = useForm({
    schema: UpdateOwnProfileInput,
    initial: { displayName: profile.displayName, title: profile.title },
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
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
      {form.failure ? <FormError title={form.failure} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          form={form}
          name="displayName"
          label={t.displayName}
          help={t.displayNameHelp}
          autoComplete="name"
        />
        <TextField form={form} name="title" label={t.titleField} optional autoComplete="organization-title" />
      </div>
      <KeyValueList
        items={[
          { key: 'email', label: t.email, value: <EmailText email={profile.email} /> },
          {
            key: 'username',
            label: t.username,
            value: profile.username ? (
              <CodeText>{profile.username}</CodeText>
            ) : (
              <span className="text-text-3">{t.noUsername}</span>
            ),
          },
        ]}
      />
      <div className="flex flex-wrap items-center gap-2">
        <p className="mr-auto text-xs text-text-3">{t.emailNote}</p>
        {form.isDirty ? (
          <Button onClick={() => form.reset({ displayName: profile.displayName, title: profile.title })}>
            {strings.common.discard}
          </Button>
        ) : null}
        <Button
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
