import { hasCode } from '@sallyport/forms';
import type { ReactNode } from 'react';
import { Failure } from './failure.tsx';

interface Asked<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** What a question answers, or the shape of the answer, or why there is none. */
export function QueryView<Data>({
  query,
  skeleton,
  inCard,
  children,
}: {
  query: Asked<Data>;
  skeleton: ReactNode;
  /** It stands in a card already: a failure needs none of its own. */
  inCard?: boolean;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const failure = <Failure error={query.error} onRetry={() => void query.refetch()} />;
    return inCard || hasCode(query.error, 'NOT_FOUND') ? (
      failure
    ) : (
      <div className="ui-card py-14">{failure}</div>
    );
  }
  return skeleton;
}
