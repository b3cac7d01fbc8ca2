import type { ReactNode } from 'react';
import { Wordmark } from '../icons/mark.tsx';
import { useStrings } from '../strings.ts';
import { ArchesArt, WavesArt } from './auth-art.tsx';
import { FirmBadge } from './firm-badge.tsx';

/** Frames the account flows: split with the arches for staff, a card over quiet water for customers. */
export function AuthLayout({
  door,
  firmName,
  firmLogo,
  title,
  subtitle,
  hint,
  footer,
  children,
}: {
  door: 'staff' | 'portal';
  firmName: string;
  firmLogo?: ReactNode | undefined;
  title: ReactNode;
  subtitle?: ReactNode | undefined;
  /** Under the card, on the portal. */
  hint?: ReactNode | undefined;
  footer?: ReactNode | undefined;
  children: ReactNode;
}) {
  const strings = useStrings();
  const head = (
    <header className="ui-auth-head">
      <h1>{title}</h1>
      {subtitle ? <p>{subtitle}</p> : null}
    </header>
  );
  if (door === 'portal')
    return (
      <div className="ui-auth-portal" data-door="portal">
        <WavesArt />
        <main className="ui-auth-column">
          <div className="ui-auth-firm">
            {firmLogo ?? <FirmBadge name={firmName} size={36} />}
            <span>{firmName}</span>
          </div>
          <div className="ui-auth-card">
            {head}
            {children}
          </div>
          {hint ? <div className="ui-auth-hint">{hint}</div> : null}
        </main>
        {footer ? <footer className="ui-auth-foot">{footer}</footer> : null}
      </div>
    );
  return (
    <div className="ui-auth" data-door="staff">
      <main className="ui-auth-side">
        <div className="ui-auth-brand">
          <Wordmark />
        </div>
        <div className="ui-auth-form">
          {head}
          {children}
        </div>
        {footer ? <footer className="ui-auth-foot">{footer}</footer> : null}
      </main>
      <div className="ui-auth-art" aria-hidden="true">
        <ArchesArt />
        <p>
          {strings.artLine1}
          <br />
          {strings.artLine2}
        </p>
      </div>
    </div>
  );
}

/** A line with words in it, between two ways of doing the same. */
export function OrDivider({ children }: { children: string }) {
  return (
    <div className="ui-or">
      <span>{children}</span>
    </div>
  );
}
