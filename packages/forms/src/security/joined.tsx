import { type Instant, RelativeTime } from '@sallyport/ui';
import { Fragment, type ReactNode } from 'react';
import type { Around } from './security-words.ts';

/** Facts in one line, with a dot between them. */
export function Joined({ parts }: { parts: readonly (readonly ReactNode[])[] }) {
  return parts.map((part, at) => (
    <Fragment key={at}>
      {at > 0 ? ' · ' : null}
      {part.map((piece, inner) => (
        <Fragment key={inner}>{piece}</Fragment>
      ))}
    </Fragment>
  ));
}

/** A moment with its words. */
export function moment([before, after]: Around, at: Instant): readonly ReactNode[] {
  return [before, <RelativeTime key="at" at={at} />, after];
}
