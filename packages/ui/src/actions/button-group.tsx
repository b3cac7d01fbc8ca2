import type { ReactNode } from 'react';

/** Buttons that belong together, drawn as one. */
export function ButtonGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="ui-button-group" aria-label={label}>
      {children}
    </fieldset>
  );
}
