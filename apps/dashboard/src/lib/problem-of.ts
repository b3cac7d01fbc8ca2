import { errorDataOf } from '@sallyport/forms';
import { strings } from '../strings/strings.ts';

/** What a refused change says; nothing where there is none, or where the person turned back from confirming who they are. */
export function problemOf(error: unknown): string | undefined {
  if (!error) return undefined;
  const data = errorDataOf(error);
  if (data?.code === 'CONFIRM_IDENTITY') return undefined;
  return (
    data?.fields?.[0]?.message ?? data?.reason?.message ?? data?.userMessage ?? strings.common.unreachable
  );
}
