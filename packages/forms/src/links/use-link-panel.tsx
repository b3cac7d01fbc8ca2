import { Button, FormError, Notice } from '@sallyport/ui';
import { useState } from 'react';
import { errorDataOf } from '../api-error.ts';

interface UseLinkWords {
  body: string;
  submit: string;
  busy: string;
  doneTitle: string;
  done: string;
  toSignIn: string;
  unreachable: string;
}

/** S10: a link is used up by a press alone, never by being opened: mail programs open what they get. */
export function UseLinkPanel({
  words,
  tone = 'primary',
  use,
  onLinkInvalid,
}: {
  words: UseLinkWords;
  tone?: 'primary' | 'danger';
  use: () => Promise<unknown>;
  onLinkInvalid: (message: string) => void;
}) {
  const [state, setState] = useState<'ready' | 'busy' | 'done'>('ready');
  const [failure, setFailure] = useState<string | null>(null);
  const press = async () => {
    if (state !== 'ready') return;
    setFailure(null);
    setState('busy');
    try {
      await use();
      setState('done');
    } catch (error) {
      const data = errorDataOf(error);
      if (data?.code === 'LINK_INVALID') return onLinkInvalid(data.userMessage);
      setFailure(data?.userMessage ?? words.unreachable);
      setState('ready');
    }
  };
  if (state === 'done')
    return (
      <div className="flex flex-col gap-5">
        <Notice tone="accent" icon="check-circle" title={words.doneTitle} live>
          {words.done}
        </Notice>
        <Button size="xl" block href="/sign-in">
          {words.toSignIn}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-col gap-4.5">
      {failure ? <FormError title={failure} /> : null}
      <Notice icon={tone === 'danger' ? 'alert' : 'mail'} tone={tone === 'danger' ? 'caution' : 'neutral'}>
        {words.body}
      </Notice>
      <Button
        variant={tone}
        size="xl"
        block
        busy={state === 'busy'}
        busyLabel={words.busy}
        onClick={() => void press()}
      >
        {words.submit}
      </Button>
    </div>
  );
}
