import { UpdateInstanceInput } from '@sallyport/contracts/staff';
import { TextField, useForm } from '@sallyport/forms';
import { Button, CodeText, Dialog, FormError, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { type Finding, findingsChanged, type Instance } from './findings.queries.ts';

const t = strings.findings.instances;

/** What is particular about one place. */
export function InstanceDialog({
  finding: { id: findingId, projectId },
  instance,
  onClose,
}: {
  finding: Finding;
  instance: Instance;
  onClose: () => void;
}) {
  const formId = useId();
  const toast = useToast();
  const queryClient = useQueryClient();
  const form = useForm({
    schema: UpdateInstanceInput,
    initial: { parameter: instance.parameter, note: instance.note },
    toInput: (values) => ({ ...values, instanceId: instance.id }),
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      await client.instances.updateInstance.mutate({ findingId, ...input });
      await findingsChanged(queryClient, projectId);
      toast.show({ title: t.saved });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.editTitle}
      description={
        <span className="wrap-anywhere">
          <CodeText>{instance.target}</CodeText>
        </span>
      }
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {strings.common.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            form={formId}
            variant="primary"
            busy={form.isBusy}
            busyLabel={strings.common.saving}
          >
            {strings.common.save}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        {form.failure ? <FormError title={form.failure} /> : null}
        <TextField
          form={form}
          name="parameter"
          label={t.parameter}
          help={t.parameterHelp}
          autoComplete="off"
          autoFocus
        />
        <TextField form={form} name="note" label={t.note} help={t.noteHelp} autoComplete="off" />
      </form>
    </Dialog>
  );
}
