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
  children,
}: {
  query: Asked<Data>;
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return skeleton;
}
