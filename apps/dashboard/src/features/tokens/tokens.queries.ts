import type { QueryClient } from '@tanstack/react-query';
import { type Outputs, trpc } from '../../lib/trpc.ts';

export type OwnTokens = Outputs['tokens']['list'];

export const ownTokensOptions = trpc.tokens.list.queryOptions({});

/** A token was made or revoked. */
export function tokensChanged(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ownTokensOptions.queryKey });
}
