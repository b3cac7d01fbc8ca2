import { errorDataOf } from '@sallyport/forms';
import { EmptyState, ErrorState, NotFoundPage } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

const t = strings.common;

/** Why something did not load: absent, refused, or no answer. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const data = errorDataOf(error);
  if (data?.code === 'NOT_FOUND') return <NotFoundPage homeHref="/" />;
  if (data?.code === 'FORBIDDEN')
    return (
      <EmptyState icon="lock" title={t.forbiddenTitle} body={data.reason?.message ?? data.userMessage} />
    );
  return (
    <ErrorState
      title={data ? t.failedTitle : t.unreachableTitle}
      body={data?.userMessage ?? t.failed}
      onRetry={onRetry}
    />
  );
}
