import { Avatar, PageTitle } from '@sallyport/ui';
import type { ReactNode } from 'react';

/** The head of a page about a person. */
export function PersonTitle({
  id,
  name,
  ...title
}: {
  id: string;
  name: string;
  tags?: ReactNode;
  subtitle: string;
  actions?: ReactNode;
}) {
  return (
    <div className="flex items-center gap-3.5">
      <Avatar id={id} name={name} size={48} decorative />
      <div className="min-w-0 flex-1">
        <PageTitle title={name} {...title} />
      </div>
    </div>
  );
}
