import type { ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { Mark } from '../icons/mark.tsx';
import { useStrings } from '../strings.ts';

/** The one neutral page for what does not exist and for what is not shared. */
export function NotFoundPage({ homeHref, actions }: { homeHref: string; actions?: ReactNode | undefined }) {
  const strings = useStrings();
  return (
    <div className="ui-not-found">
      <Mark size={32} />
      <h1>{strings.notFoundTitle}</h1>
      <p>{strings.notFoundBody}</p>
      <div className="ui-state-actions">
        <Button href={homeHref} size="lg">
          {strings.notFoundHome}
        </Button>
        {actions}
      </div>
    </div>
  );
}
