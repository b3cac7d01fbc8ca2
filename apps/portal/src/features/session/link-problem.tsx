import { Button, Notice } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

/** Why a one-time link leads nowhere, and where to go instead. */
export function LinkProblem({ title, message }: { title: string; message: string }) {
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="caution" title={title} live>
        {message}
      </Notice>
      <Button size="xl" block href="/sign-in">
        {strings.auth.link.toSignIn}
      </Button>
    </div>
  );
}
