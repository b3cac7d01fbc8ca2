import { UpdateCustomerProfileInput } from '@sallyport/contracts/portal';
import { hasCode, TextField, useForm } from '@sallyport/forms';
import { Button, FormError, KeyValueList, RelativeTime, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { EmailText } from '../../components/email-text.tsx';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.profile;

type Profile = Outputs['profile']['getProfile'];

function valuesOf({ displayName, phone }: Profile) {
  return { displayName, phone };
}

/** Name and telephone; the rest is changed by whoever manages access. */
export function DetailsForm({ profile }: { profile: Profile }) {
  const initial = valuesOf(profile);
  const toast = useToast();
  const queryClient = useQueryClient();
  const form = useForm({
    schema: UpdateCustomerProfileInput,
    initial,
    toInput: (values) => ({ ...values, version: profile.version }),
    draftKey: `profile.${profile.id}`,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      try {
        const saved = await client.profile.updateProfile.mutate(input);
        form.reset(valuesOf(saved));
        queryClient.setQueryData(trpc.profile.getProfile.queryKey(), saved);
      } catch (error) {
        // What was typed stays; saving again replaces what was saved meanwhile.
        if (hasCode(error, 'STALE_EDIT'))
          await queryClient.invalidateQueries({ queryKey: trpc.profile.getProfile.queryKey() });
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
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <TextField
        form={form}
        name="displayName"
        label={t.displayName}
        help={t.displayNameHelp}
        autoComplete="name"
      />
      <TextField form={form} name="phone" label={t.phone} help={t.phoneHelp} optional autoComplete="tel" />
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
          <Button size="lg" onClick={() => form.reset(initial)}>
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
