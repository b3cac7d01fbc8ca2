import { Button } from '../actions/button.tsx';
import { useStrings } from '../strings.ts';

/** The end of a page of rows: how many there are, and more of them. */
export function LoadMore({
  countText,
  hasMore,
  busy,
  onMore,
  label,
}: {
  /** "50 of about 400", said politely when it changes. */
  countText?: string | undefined;
  hasMore: boolean;
  busy?: boolean | undefined;
  onMore: () => void;
  label?: string | undefined;
}) {
  const strings = useStrings();
  return (
    <div className="ui-load-more">
      <span role="status">{countText}</span>
      {hasMore ? (
        <Button size="sm" busy={busy} busyLabel={strings.loadingMore} onClick={onMore}>
          {label ?? strings.loadMore}
        </Button>
      ) : null}
    </div>
  );
}
