import { useEffect, useState } from 'react';
import { useStrings } from '../strings.ts';

const WIDTHS = [92, 70, 84, 60, 76, 66, 88, 54];
const WAIT_MS = 150;

/** A bar where a line of text will be. */
export function Skeleton({
  width = '100%',
  height,
}: {
  width?: number | string | undefined;
  height?: number | undefined;
}) {
  return <span className="ui-skeleton" style={{ width, height }} aria-hidden="true" />;
}

/** True once loading has lasted long enough to be shown. */
export function useSkeletonDelay(): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return isDue;
}

/** The shape of a list, a page's text, a form or a row of cards while it loads. */
export function SkeletonShape({
  shape,
  rows = 6,
}: {
  shape: 'list' | 'text' | 'form' | 'cards';
  rows?: number | undefined;
}) {
  const strings = useStrings();
  const isDue = useSkeletonDelay();
  return (
    <div className="ui-skeleton-shape" data-shape={shape} data-due={isDue ? '' : undefined} role="status">
      <span className="sr-only">{strings.loading}</span>
      {Array.from({ length: rows }, (_, index) => WIDTHS[index % WIDTHS.length] ?? 80).map((width, index) => (
        <div key={index} className="ui-skeleton-row">
          {shape === 'list' ? <Skeleton width={14} /> : null}
          {shape === 'form' ? <Skeleton width={width} /> : null}
          <span className="flex-1">
            <Skeleton
              width={shape === 'form' ? '100%' : `${width}%`}
              height={shape === 'form' ? 30 : undefined}
            />
          </span>
          {shape === 'list' ? <Skeleton width={40} /> : null}
        </div>
      ))}
    </div>
  );
}
