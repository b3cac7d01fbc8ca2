import { errorDataOf } from '@sallyport/forms';
import { Button, ErrorState } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';
import { Failure } from './failure.tsx';

const t = strings.common;

/** The last net: what the screen could not catch itself. */
export function CrashPage({ error, reset }: { error: unknown; reset?: () => void }) {
  if (errorDataOf(error)) return <Failure error={error} onRetry={reset} />;
  const isUnreachable = error instanceof Error && error.name === 'TRPCClientError';
  return (
    <div className="grid min-h-[60vh] place-content-center">
      <ErrorState
        title={isUnreachable ? t.unreachableTitle : t.crashedTitle}
        body={isUnreachable ? t.failed : t.crashed}
        actions={
          <Button size="sm" onClick={() => window.location.reload()}>
            {t.reload}
          </Button>
        }
      />
    </div>
  );
}
