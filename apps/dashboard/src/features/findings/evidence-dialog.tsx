import { UpdateEvidenceInput } from '@sallyport/contracts/staff';
import { TextField, useForm } from '@sallyport/forms';
import { Button, ConfirmDialog, Dialog, Field, FormError, Segmented, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { problemOf } from '../../lib/problem-of.ts';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { type Evidence, type Finding, findingsChanged } from './findings.queries.ts';
import { evidenceHref } from './use-evidence.ts';

const t = strings.findings.evidence;

/** One image: what is printed below it, what it shows, and who sees it. */
export function EvidenceDialog({
  finding: { id: findingId, projectId },
  image,
  disabled,
  onClose,
}: {
  finding: Finding;
  image: Evidence;
  disabled: boolean;
  onClose: () => void;
}) {
  const formId = useId();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [isRemoving, setRemoving] = useState(false);
  const { caption, alt, audience } = image;
  const form = useForm({
    schema: UpdateEvidenceInput,
    initial: { caption, alt, audience },
    toInput: (values) => ({ ...values, evidenceId: image.id }),
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      await client.evidence.updateEvidence.mutate({ findingId, ...input });
      await findingsChanged(queryClient, projectId);
      toast.show({ title: t.saved });
      onClose();
    },
  });
  const removal = useMutation(
    trpc.evidence.removeEvidence.mutationOptions({
      onSuccess: async () => {
        toast.show({ title: t.removed });
        onClose();
        await findingsChanged(queryClient, projectId);
      },
    }),
  );
  const copy = async () => {
    const text = `![${form.values.caption || form.values.alt}](evidence:${image.id})`;
    await navigator.clipboard.writeText(text).then(
      () => toast.show({ title: t.copied }),
      () => toast.show({ tone: 'negative', title: t.copyFailed, body: text }),
    );
  };
  if (isRemoving)
    return (
      <ConfirmDialog
        open
        danger
        onOpenChange={(isOpen) => (isOpen ? undefined : setRemoving(false))}
        title={t.removeTitle}
        body={t.removeBody}
        confirmLabel={t.remove}
        onConfirm={() => removal.mutate({ findingId, evidenceId: image.id })}
        busy={removal.isPending}
        busyLabel={t.removing}
        error={problemOf(removal.error)}
      />
    );
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.dialogTitle}
      footer={
        disabled ? (
          <Button size="lg" onClick={onClose}>
            {strings.common.close}
          </Button>
        ) : (
          <>
            <span className="mr-auto">
              <Button size="lg" variant="danger" icon="trash" onClick={() => setRemoving(true)}>
                {t.remove}
              </Button>
            </span>
            <Button size="lg" icon="copy" onClick={() => void copy()}>
              {t.insert}
            </Button>
            <Button
              size="lg"
              type="submit"
              form={formId}
              variant="primary"
              busy={form.isBusy}
              busyLabel={strings.common.saving}
            >
              {t.save}
            </Button>
          </>
        )
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        {form.failure ? <FormError title={form.failure} /> : null}
        <figure className="overflow-hidden rounded-md border border-border bg-sunken">
          <img
            src={evidenceHref(image.id)}
            alt={alt || t.unnamed}
            className="mx-auto max-h-80 object-contain"
          />
          <figcaption className="border-t border-border px-3 py-1.5 text-xs text-text-3">
            {disabled ? `${caption || alt} · ` : ''}
            {image.widthPx === null || image.heightPx === null ? '' : t.size(image.widthPx, image.heightPx)}
          </figcaption>
        </figure>
        {disabled ? null : (
          <>
            <TextField form={form} name="caption" label={t.caption} help={t.captionHelp} autoComplete="off" />
            <TextField form={form} name="alt" label={t.alt} help={t.altHelp} autoComplete="off" />
            <Field label={t.audience} help={t.audienceHelp[form.values.audience]}>
              {() => (
                <div className="flex">
                  <Segmented
                    label={t.audience}
                    value={form.values.audience}
                    onChange={(next) => form.set('audience', next)}
                    options={[
                      { value: 'CLIENT', label: t.audiences.CLIENT, icon: 'eye' },
                      { value: 'INTERNAL', label: t.audiences.INTERNAL, icon: 'lock' },
                    ]}
                  />
                </div>
              )}
            </Field>
          </>
        )}
      </form>
    </Dialog>
  );
}
