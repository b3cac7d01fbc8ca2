import { UpdateMailSettingsInput } from '@sallyport/contracts/staff';
import { hasCode, useForm } from '@sallyport/forms';
import { Button, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProblem } from '../../components/form-problem.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { MailServerFields } from './mail-server-fields.tsx';
import { MailState } from './mail-state.tsx';
import { type MailSettings, mailInput, mailValues } from './mail-values.ts';

const t = strings.mail;

/** The server, how to sign in to it, the sender; beside them how it is doing. */
export function MailSettingsForm({ settings }: { settings: MailSettings }) {
  const [isStale, setStale] = useState(false);
  const toast = useToast();
  const queryClient = useQueryClient();
  const initial = mailValues(settings);
  const form = useForm({
    schema: UpdateMailSettingsInput,
    initial,
    toInput: (values) => mailInput(values, settings.version),
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      setStale(false);
      try {
        const saved = await client.mailSettings.update.mutate(input);
        queryClient.setQueryData(trpc.mailSettings.get.queryKey({}), saved);
      } catch (error) {
        if (hasCode(error, 'STALE_EDIT')) {
          setStale(true);
          await queryClient.invalidateQueries(trpc.mailSettings.pathFilter());
        }
        throw error;
      }
      toast.show({ title: t.saved });
    },
  });
  return (
    <form
      ref={form.ref}
      onSubmit={form.submit}
      noValidate
      className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <LeaveGuard isActive={form.isDirty && !form.isBusy} />
      <div className="flex min-w-0 flex-col gap-4">
        <FormProblem failure={form.failure} isStale={isStale} />
        <MailServerFields form={form} hasSecret={settings.hasSecret} />
        <div className="flex flex-wrap justify-end gap-2">
          {form.isDirty ? (
            <Button onClick={() => form.reset(initial)}>{strings.common.discard}</Button>
          ) : null}
          <Button
            type="submit"
            variant="primary"
            icon="lock"
            disabled={!form.isDirty}
            busy={form.isBusy}
            busyLabel={strings.common.saving}
          >
            {t.save}
          </Button>
        </div>
      </div>
      <div className="flex flex-col gap-4 xl:sticky xl:top-0">
        <MailState settings={settings} isDirty={form.isDirty} />
      </div>
    </form>
  );
}
