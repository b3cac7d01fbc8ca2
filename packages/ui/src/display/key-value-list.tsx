import type { ReactNode } from 'react';

/** Facts with their names on the left. */
export function KeyValueList({
  items,
  wide,
}: {
  items: readonly { key: string; label: ReactNode; value: ReactNode }[];
  /** Gives the names more room. */
  wide?: boolean | undefined;
}) {
  return (
    <dl className="ui-facts" data-wide={wide ? '' : undefined}>
      {items.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
