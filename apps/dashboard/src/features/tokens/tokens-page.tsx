import { Button, Card, EmptyState, Notice, SkeletonShape } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProfilePageFrame } from '../../components/profile-page-frame.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RevokeTokenDialog } from '../../components/tokens/revoke-token-dialog.tsx';
import { type TokenRow, TokensTable } from '../../components/tokens/tokens-table.tsx';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { CreateTokenDialog } from './create-token-dialog.tsx';
import { TokenNetworksDialog } from './token-networks-dialog.tsx';
import { type OwnTokens, ownTokensOptions, tokensChanged } from './tokens.queries.ts';

const t = strings.tokens;

/** One's own API tokens: what each may do, when it was used, when it ends. */
export function TokensPage() {
  const queryClient = useQueryClient();
  const tokens = useQuery(ownTokensOptions);
  const [isCreating, setCreating] = useState(false);
  const [limited, setLimited] = useState<TokenRow | null>(null);
  const [revoked, setRevoked] = useState<TokenRow | null>(null);
  const mayCreate = tokens.data?.isAllowed === true && tokens.data.grantable.length > 0;
  const create = (
    <Button variant="primary" icon="plus" lock disabled={!mayCreate} onClick={() => setCreating(true)}>
      {t.create}
    </Button>
  );
  return (
    <ProfilePageFrame tab="tokens" actions={create}>
      <p className="mb-4 max-w-2xl text-text-2">{t.note}</p>
      <QueryView query={tokens} skeleton={<SkeletonShape shape="list" rows={4} />}>
        {(data) => (
          <div className="flex flex-col gap-4">
            <Limits tokens={data} />
            <Card>
              {data.rows.length === 0 ? (
                <EmptyState
                  icon="terminal"
                  title={t.emptyTitle}
                  body={t.emptyBody}
                  actions={mayCreate ? create : undefined}
                />
              ) : (
                <TokensTable label={t.label} rows={data.rows} onNetworks={setLimited} onRevoke={setRevoked} />
              )}
            </Card>
          </div>
        )}
      </QueryView>
      {isCreating && tokens.data ? (
        <CreateTokenDialog tokens={tokens.data} onClose={() => setCreating(false)} />
      ) : null}
      {limited ? <TokenNetworksDialog token={limited} onClose={() => setLimited(null)} /> : null}
      {revoked ? (
        <RevokeTokenDialog
          token={revoked}
          run={() => client.tokens.revoke.mutate({ tokenId: revoked.id })}
          onClose={() => setRevoked(null)}
          onDone={() => tokensChanged(queryClient)}
        />
      ) : null}
    </ProfilePageFrame>
  );
}

/** Why no token can be made. */
function Limits({ tokens: { isAllowed, grantable } }: { tokens: OwnTokens }) {
  if (!isAllowed)
    return (
      <Notice tone="caution" title={t.offTitle}>
        {t.offBody}
      </Notice>
    );
  return grantable.length === 0 ? <Notice>{t.noneToGive}</Notice> : null;
}
