import { Avatar, Button, Card, cx, type Face, Icon, useToast } from '@sallyport/ui';
import { type DragEvent, useId, useState } from 'react';
import { errorDataOf } from '../api-error.ts';

/** What a photo may be; the server looks at the bytes themselves. */
const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

export interface PhotoWords {
  heading: string;
  choose: string;
  replace: string;
  remove: string;
  uploading: string;
  /** Where it may be dropped, and what is taken. */
  help: string;
  /** Who sees it. */
  seen: string;
  wrongType: string;
  failed: string;
  saved: string;
  removed: string;
}

/** One's own photo: chosen or dropped, sent at once, taken away again. */
export function PhotoCard({
  face,
  words: t,
  upload,
  remove,
}: {
  face: Face;
  words: PhotoWords;
  upload: (file: File) => Promise<unknown>;
  remove: () => Promise<unknown>;
}) {
  const inputId = useId();
  const toast = useToast();
  const [isOver, setOver] = useState(false);
  const [busy, setBusy] = useState<'upload' | 'remove' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (what: 'upload' | 'remove', work: () => Promise<unknown>) => {
    setBusy(what);
    setProblem(null);
    try {
      await work();
      toast.show({ title: what === 'upload' ? t.saved : t.removed });
    } catch (error) {
      setProblem(errorDataOf(error)?.userMessage ?? t.failed);
    } finally {
      setBusy(null);
    }
  };
  const take = (file: File | undefined) => {
    if (!file || busy) return;
    if (!TYPES.includes(file.type)) return setProblem(t.wrongType);
    void act('upload', () => upload(file));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
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
          'flex items-center gap-4 rounded-md border border-dashed p-3',
          isOver ? 'border-accent-solid bg-accent-bg' : 'border-transparent',
        )}
      >
        <Avatar {...face} size={72} decorative />
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
              icon="upload"
              busy={busy === 'upload'}
              busyLabel={t.uploading}
              onClick={() => document.getElementById(inputId)?.click()}
            >
              {face.src ? t.replace : t.choose}
            </Button>
            {face.src ? (
              <Button variant="ghost" busy={busy === 'remove'} onClick={() => void act('remove', remove)}>
                {t.remove}
              </Button>
            ) : null}
          </div>
          <p className="mt-1.5 text-xs text-text-3">{t.help}</p>
          <p className="text-xs text-text-3">{t.seen}</p>
        </div>
      </fieldset>
      {problem ? (
        <p className="ui-field-error mt-2" role="alert">
          <Icon name="alert" size={14} />
          <span>{problem}</span>
        </p>
      ) : null}
    </Card>
  );
}
