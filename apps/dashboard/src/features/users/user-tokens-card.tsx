import { Card, EmptyState, SkeletonShape } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { RevokeTokenDialog } from '../../components/tokens/revoke-token-dialog.tsx';
import { type TokenRow, TokensTable } from '../../components/tokens/tokens-table.tsx';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import type { UserDetail } from './users.queries.ts';

const t = strings.tokens;

/** API tokens of somebody else: what acts in their name, and an end to it where the server allows one. */
export function UserTokensCard({ user: { id: userId, displayName: name } }: { user: UserDetail }) {
  const queryClient = useQueryClient();
  const options = trpc.users.listTokens.queryOptions({ userId });
  const tokens = useQuery(options);
  const [revoked, setRevoked] = useState<TokenRow | null>(null);
  return (
    <Card title={t.title} count={tokens.data?.rows.length || undefined}>
      <QueryView query={tokens} skeleton={<SkeletonShape shape="list" rows={2} />}>
        {({ rows, canRevoke }) =>
          rows.length === 0 ? (
            <EmptyState icon="terminal" title={t.othersEmpty} body={t.othersEmptyBody(name)} />
          ) : (
            <TokensTable label={t.labelOf(name)} rows={rows} onRevoke={canRevoke ? setRevoked : undefined} />
          )
        }
      </QueryView>
      {revoked ? (
        <RevokeTokenDialog
          token={revoked}
          body={t.othersRevokeBody(name)}
          run={() => client.users.revokeToken.mutate({ userId, tokenId: revoked.id })}
          onClose={() => setRevoked(null)}
          onDone={() => queryClient.invalidateQueries({ queryKey: options.queryKey })}
        />
      ) : null}
    </Card>
  );
}
