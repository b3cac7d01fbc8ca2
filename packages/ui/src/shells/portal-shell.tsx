import type { ReactNode } from 'react';
import { Avatar } from '../display/avatar.tsx';
import { Icon } from '../icons/icon.tsx';
import { Menu } from '../overlays/menu.tsx';
import { UiLink } from '../provider/link.tsx';
import { useStrings } from '../strings.ts';
import { FirmBadge } from './firm-badge.tsx';
import type { NavItem, ShellAccount } from './nav-types.ts';

/** The customers' frame: the firm's brand on top, a bar of five places at the bottom below 1024 px. */
export function PortalShell({
  firmName,
  firmLogo,
  companyName,
  companyLogo,
  homeHref = '/',
  nav,
  account,
  actions,
  footer,
  children,
}: {
  firmName: string;
  firmLogo?: ReactNode | undefined;
  companyName: string;
  companyLogo?: ReactNode | undefined;
  homeHref?: string | undefined;
  nav: readonly NavItem[];
  account: ShellAccount;
  /** Beside the account: notifications. */
  actions?: ReactNode | undefined;
  footer?: ReactNode | undefined;
  children: ReactNode;
}) {
  const strings = useStrings();
  return (
    <div className="ui-portal" data-door="portal">
      <a className="ui-skip" href="#main">
        {strings.skipToContent}
      </a>
      <header className="ui-portal-head">
        <div className="ui-portal-column ui-portal-bar">
          <UiLink className="ui-portal-brand" href={homeHref}>
            {firmLogo ?? <FirmBadge name={firmName} />}
            <span>{firmName}</span>
          </UiLink>
          <span className="ui-portal-rule" aria-hidden="true" />
          <span className="ui-portal-company">
            {companyLogo}
            <span>{companyName}</span>
          </span>
          <nav className="ui-portal-nav" aria-label={strings.mainNavigation}>
            {nav.map((item) => (
              <UiLink key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.label}
              </UiLink>
            ))}
          </nav>
          <span className="ui-portal-me">
            {actions}
            <Menu
              label={strings.account}
              items={account.menu}
              trigger={
                <button type="button" className="ui-portal-account">
                  <span className="sr-only">
                    {strings.account}: {account.name}
                  </span>
                  <Avatar id={account.id} name={account.name} src={account.src} size={36} decorative />
                </button>
              }
            />
          </span>
        </div>
      </header>
      <main className="ui-portal-column ui-portal-main" id="main" tabIndex={-1}>
        {children}
      </main>
      {footer ? <footer className="ui-portal-column ui-portal-foot">{footer}</footer> : null}
      <nav className="ui-portal-tabs" aria-label={strings.mainNavigation}>
        {nav.slice(0, 5).map((item) => (
          <UiLink key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.icon ? <Icon name={item.icon} size={20} /> : null}
            {item.label}
          </UiLink>
        ))}
      </nav>
    </div>
  );
}

/** A portal screen's title with a sentence below and actions beside it. */
export function PortalTitle({
  title,
  subtitle,
  actions,
}: {
  title: ReactNode;
  subtitle?: ReactNode | undefined;
  actions?: ReactNode | undefined;
}) {
  return (
    <div className="ui-portal-title">
      <div>
        <h1>{title}</h1>
        {subtitle ? <p>{subtitle}</p> : null}
      </div>
      {actions ? <div className="ui-portal-title-actions">{actions}</div> : null}
    </div>
  );
}
