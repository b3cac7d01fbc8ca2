import { Button, DataTable, Icon, RelativeTime, type TableColumn } from '@sallyport/ui';
import type { Outputs } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { ExpiryText } from '../expiry-text.tsx';
import { grantWords } from '../grant-words.ts';

const t = strings.tokens;

/** A live token, one's own or of somebody whom one manages. */
export type TokenRow = Outputs['tokens']['list']['rows'][number];

/** Live tokens of one person, the newest first. */
export function TokensTable({
  label,
  rows,
  onNetworks,
  onRevoke,
}: {
  label: string;
  rows: readonly TokenRow[];
  onNetworks?: ((row: TokenRow) => void) | undefined;
  /** Left out where the viewer may only look. */
  onRevoke?: ((row: TokenRow) => void) | undefined;
}) {
  const columns: TableColumn<TokenRow>[] = [
    {
      key: 'name',
      header: t.columns.name,
      primary: true,
      width: 220,
      cell: (row) => <span className="truncate font-medium">{row.name}</span>,
    },
    { key: 'scopes', header: t.columns.scopes, width: 'fill', cell: (row) => <Scopes row={row} /> },
    {
      key: 'networks',
      header: t.columns.networks,
      width: 120,
      cell: (row) => {
        const words = row.networkCount === 0 ? t.anywhere : t.networks(row.networkCount);
        if (!onNetworks) return <span className="text-text-2">{words}</span>;
        return (
          <Button
            size="sm"
            variant="ghost"
            aria-label={`${t.networksOf(row.name)}: ${words}`}
            onClick={() => onNetworks(row)}
          >
            {words}
          </Button>
        );
      },
    },
    {
      key: 'lastUsed',
      header: t.columns.lastUsed,
      width: 120,
      cell: (row) => <RelativeTime at={row.lastUsedAt} fallback={t.neverUsed} />,
    },
    {
      key: 'ends',
      header: t.columns.ends,
      width: 130,
      cell: (row) => <ExpiryText at={row.expiresAt} />,
    },
  ];
  if (onRevoke)
    columns.push({
      key: 'revoke',
      header: t.columns.actions,
      headerHidden: true,
      align: 'end',
      width: 90,
      cell: (row) => (
        <Button size="sm" variant="danger" aria-label={t.revokeOf(row.name)} onClick={() => onRevoke(row)}>
          {t.revoke}
        </Button>
      ),
    });
  return <DataTable inCard label={label} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

/** What the token gives now; what its owner lost since stands struck out. */
function Scopes({ row: { scopes, givesNow } }: { row: TokenRow }) {
  const words = scopes.map((scope) => {
    const now = givesNow.find(({ permission }) => permission === scope.permission);
    const isWhole = now?.reach === scope.reach;
    return { label: grantWords(now ?? scope), isGone: now === undefined, isWhole };
  });
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-x-1 text-text-2 max-sm:mr-16">
      {words.map(({ label, isGone, isWhole }, at) => (
        <span
          key={label}
          className={isWhole ? undefined : 'inline-flex items-center gap-1 text-caution-text'}
          title={isWhole ? undefined : t.lessNow(label)}
        >
          {isWhole ? null : <Icon name="alert" size={12} />}
          <span className={isGone ? 'line-through' : undefined}>{label}</span>
          {at < words.length - 1 ? ',' : ''}
        </span>
      ))}
    </span>
  );
}
