import { Avatar, PageTitle } from '@sallyport/ui';
import type { ReactNode } from 'react';
import { faceOf } from '../lib/face.ts';

/** The head of a page about a person. */
export function PersonTitle({
  id,
  name,
  heading = name,
  photo,
  ...title
}: {
  id: string;
  name: string;
  /** Where the page is about more than the person. */
  heading?: string;
  photo: string | null;
  tags?: ReactNode;
  subtitle: string;
  actions?: ReactNode;
}) {
  return (
    <div className="flex items-center gap-3.5">
      <Avatar {...faceOf({ id, displayName: name, photo })} size={48} decorative />
      <div className="min-w-0 flex-1">
        <PageTitle title={heading} {...title} />
      </div>
    </div>
  );
}
