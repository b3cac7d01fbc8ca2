import type { CvssScore } from '@sallyport/contracts/common';
import { errorDataOf } from '@sallyport/forms';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { problemOf } from '../../lib/problem-of.ts';
import { trpc } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import type { CvssVersion } from './cvss-metrics.ts';
import { missingMetrics, readVector } from './cvss-vector.ts';

const TYPING_MS = 250;

export interface VectorScore {
  /** The last score that the server gave. */
  score: CvssScore | null;
  /** Metrics that a score needs and that have no value yet. */
  missing: readonly string[];
  /** Why there is no score. */
  problem: string | null;
  isAsking: boolean;
}

/** What the server makes of a vector; what is merely unfinished it is not asked about. */
export function useVectorScore(
  version: CvssVersion,
  vector: string,
  saved: Omit<CvssScore, 'version'> | null,
): VectorScore {
  const settled = useDebounced(vector.trim(), TYPING_MS);
  const missing = missingMetrics(version, settled);
  const isReadable =
    settled.startsWith(`CVSS:${version}/`) &&
    readVector(version, settled).size === settled.split('/').length - 1;
  const isAsked = settled !== '' && !(isReadable && missing.length > 0);
  const query = useQuery(
    trpc.findings.scoreVector.queryOptions(
      { vector: settled },
      {
        enabled: isAsked,
        staleTime: Number.POSITIVE_INFINITY,
        placeholderData: keepPreviousData,
        ...(saved?.vector === settled ? { initialData: { ...saved, version } } : {}),
      },
    ),
  );
  const isOther = query.data !== undefined && query.data.version !== version;
  const refusal = errorDataOf(query.error)?.fields?.[0]?.message ?? problemOf(query.error) ?? null;
  return {
    score: vector.trim() === '' || query.error || isOther ? null : (query.data ?? null),
    missing: settled === '' || (isReadable && missing.length > 0) ? missing : [],
    problem: isAsked ? refusal : null,
    isAsking: settled !== vector.trim() || (isAsked && query.isFetching),
  };
}
