import { UpdateOwnProfileInput } from '@sallyport/contracts/staff';
import { errorDataOf, FieldError, hasCode, TextField, useForm } from '@sallyport/forms';
import { Button, KeyValueList, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { EmailText } from '../../components/email-text.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.profile;

type Profile = Outputs['profile']['getProfile'];

function valuesOf({ displayName, title, phone, username }: Profile) {
  return { displayName, title, phone, username: username ?? '' };
}

/** Name, title, telephone and username; the e-mail address is another page's matter. */
export function DetailsForm({ profile }: { profile: Profile }) {
  const initial = valuesOf(profile);
  const [isStale, setStale] = useState(false);
  const toast = useToast();
  const queryClient = useQueryClient();
  const form = useForm({
    schema: UpdateOwnProfileInput,
    initial,
    toInput: ({ username, ...values }) => ({
      ...values,
      username: username.trim() === '' ? null : username,
      version: profile.version,
    }),
    draftKey: `profile.${profile.id}`,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      setStale(false);
      try {
        const saved = await client.profile.updateProfile.mutate(input);
        form.reset(valuesOf(saved));
        queryClient.setQueryData(trpc.profile.getProfile.queryKey(), saved);
      } catch (error) {
        if (hasCode(error, 'CONFLICT'))
          throw new FieldError('username', errorDataOf(error)?.userMessage ?? strings.common.unknown);
        if (hasCode(error, 'STALE_EDIT')) {
          await queryClient.invalidateQueries({ queryKey: trpc.profile.getProfile.queryKey() });
          setStale(true);
        }
        throw error;
      }
      toast.show({ title: t.saved });
      await queryClient.invalidateQueries();
    },
  });
  // Changed in another place while nothing was typed here.
  useEffect(() => {
    if (!form.isDirty) form.reset(initial);
  }, [profile.version]);
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
      <FormProblem failure={form.failure} isStale={isStale} />
      <LeaveGuard isActive={form.isDirty && !form.isBusy} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          form={form}
          name="displayName"
          label={t.displayName}
          help={t.displayNameHelp}
          autoComplete="name"
        />
        <TextField form={form} name="title" label={t.titleField} optional autoComplete="organization-title" />
        <TextField form={form} name="phone" label={t.phone} help={t.phoneHelp} optional autoComplete="tel" />
        <TextField
          form={form}
          name="username"
          label={t.username}
          help={t.usernameHelp}
          optional
          autoComplete="username"
        />
      </div>
      <KeyValueList items={[{ key: 'email', label: t.email, value: <EmailText email={profile.email} /> }]} />
      <div className="flex flex-wrap items-center gap-2">
        <p className="mr-auto text-xs text-text-3">{t.emailNote}</p>
        {form.isDirty ? <Button onClick={() => form.reset(initial)}>{strings.common.discard}</Button> : null}
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
