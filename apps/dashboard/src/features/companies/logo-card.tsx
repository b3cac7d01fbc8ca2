import { errorDataOf } from '@sallyport/forms';
import { Button, Card, cx, Icon, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useId, useState } from 'react';
import { z } from 'zod';
import { CompanyMark } from '../../components/company-mark.tsx';
import { trpc } from '../../lib/trpc.ts';
import { uploadFile } from '../../lib/upload-file.ts';
import { strings } from '../../strings/strings.ts';
import { type CompanyDetail, companyChanged } from './companies.queries.ts';

const t = strings.companies.logo;
const TYPES = ['image/png', 'image/jpeg', 'image/webp'];
const Answer = z.object({ version: z.number() });

/** The client's logo: chosen or dropped, sent at once, taken away again. */
export function LogoCard({ company }: { company: CompanyDetail }) {
  const inputId = useId();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [isOver, setOver] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile(`/upload/logos/${company.id}`, file, Answer),
    onSuccess: async () => {
      await companyChanged(queryClient);
      toast.show({ title: t.saved });
    },
  });
  const removal = useMutation(
    trpc.companies.removeLogo.mutationOptions({
      onSuccess: async () => {
        await companyChanged(queryClient);
        toast.show({ title: t.removed });
      },
    }),
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (file: File | undefined) => {
    if (!file || upload.isPending) return;
    removal.reset();
    if (!TYPES.includes(file.type)) return setRefusal(t.wrongType);
    setRefusal(null);
    upload.mutate(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const failed = upload.error ?? removal.error;
  const problem = refusal ?? (failed ? (errorDataOf(failed)?.userMessage ?? t.failed) : null);
  return (
    <Card title={t.heading} padded>
      <fieldset
        aria-label={t.heading}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cx(
          'flex items-center gap-3 rounded-md border border-dashed p-3',
          isOver ? 'border-accent-solid bg-accent-bg' : 'border-border-strong',
        )}
      >
        <CompanyMark company={company} size={48} version={company.version} />
        <div className="min-w-0 flex-1">
          <input
            id={inputId}
            type="file"
            accept={TYPES.join(',')}
            className="sr-only"
            tabIndex={-1}
            aria-label={t.choose}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <div className="flex flex-wrap items-center gap-1.5">
            <Button
              size="sm"
              icon="upload"
              busy={upload.isPending}
              busyLabel={t.uploading}
              onClick={() => document.getElementById(inputId)?.click()}
            >
              {company.hasLogo ? t.replace : t.choose}
            </Button>
            {company.hasLogo ? (
              <Button
                size="sm"
                variant="ghost"
                busy={removal.isPending}
                onClick={() => removal.mutate({ companyId: company.id, version: company.version })}
              >
                {t.remove}
              </Button>
            ) : null}
          </div>
          <p className="mt-1 text-xs text-text-3">{t.drop}</p>
        </div>
      </fieldset>
      {problem ? (
        <p className="ui-field-error mt-2" role="alert">
          <Icon name="alert" size={14} />
          <span>{problem}</span>
        </p>
      ) : (
        <p className="mt-2 text-xs text-text-3">{t.help}</p>
      )}
    </Card>
  );
}
