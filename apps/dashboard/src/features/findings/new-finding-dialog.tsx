import type { Severity } from '@sallyport/contracts/common';
import { CreateFindingInput } from '@sallyport/contracts/staff';
import { TextField, useForm } from '@sallyport/forms';
import { Button, Dialog, Field, FormError } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { findingsChanged } from './findings.queries.ts';
import { SeverityChoice } from './severity-choice.tsx';

const t = strings.findings.create;
const FIRST: { title: string; severity: Severity } = { title: '', severity: 'medium' };

/** Begins a finding: its title and a first guess; everything else is written on its page. */
export function NewFindingDialog({
  projectId,
  onCreated,
  onClose,
}: {
  projectId: string;
  onCreated: (findingId: string) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const queryClient = useQueryClient();
  const form = useForm({
    schema: CreateFindingInput,
    initial: FIRST,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      const { id } = await client.findings.createFinding.mutate({ projectId, ...input });
      void findingsChanged(queryClient, projectId);
      onCreated(id);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.title}
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
            busyLabel={t.busy}
          >
            {t.submit}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        {form.failure ? <FormError title={form.failure} /> : null}
        <TextField form={form} name="title" label={t.name} help={t.nameHelp} autoComplete="off" autoFocus />
        <Field label={t.severity} help={t.severityHelp}>
          {(ids) => (
            <SeverityChoice
              {...ids}
              value={form.values.severity}
              onChange={(severity) => form.set('severity', severity)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
