import type { ReactNode } from 'react';

/** A sheet of the gallery. */
export function Section({
  title,
  note,
  wide,
  children,
}: {
  title: string;
  note?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      className={`rounded-lg border border-border bg-surface p-4 ${wide ? 'lg:col-span-2' : ''}`}
      aria-label={title}
    >
      <h2 className="ui-heading">{title}</h2>
      {note ? <p className="text-xs text-text-3">{note}</p> : null}
      <div className="mt-3.5 flex flex-col gap-3">{children}</div>
    </section>
  );
}

/** Parts on one line. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex min-h-7.5 flex-wrap items-center gap-2">{children}</div>;
}
