import type { ReactNode } from 'react';

/** Says above everything else that nothing here is kept. */
export function DemoBanner({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="ui-demo" aria-label={label}>
      {children}
    </aside>
  );
}
