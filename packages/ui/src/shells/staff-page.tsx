import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '../display/breadcrumbs.tsx';
import { NavigationButton } from './staff-shell.tsx';

/** One staff screen: a bar with the way here and the actions, tabs, filters, content, and a panel beside it. */
export function StaffPage({
  crumbs,
  actions,
  tabs,
  toolbar,
  panel,
  panelWidth,
  bulk,
  footer,
  flush,
  children,
}: {
  crumbs: readonly Crumb[];
  actions?: ReactNode | undefined;
  tabs?: ReactNode | undefined;
  /** A FilterBar, or what else stays while the content scrolls. */
  toolbar?: ReactNode | undefined;
  /** A SidePanel or an EffectPanel. */
  panel?: ReactNode | undefined;
  /** In pixels; 440 unless told. */
  panelWidth?: number | undefined;
  /** A BulkBar. */
  bulk?: ReactNode | undefined;
  /** Stays at the bottom: a form's buttons. */
  footer?: ReactNode | undefined;
  /** No padding: a table fills the page, and the last crumb is its heading. */
  flush?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <>
      <header className="ui-top">
        <NavigationButton />
        <Breadcrumbs crumbs={crumbs} />
        {actions ? <span className="ui-top-actions">{actions}</span> : null}
      </header>
      {tabs}
      <div
        className="ui-split"
        data-panel={panel ? '' : undefined}
        style={panel && panelWidth ? { ['--panel-width' as string]: `${panelWidth}px` } : undefined}
      >
        <main className="ui-content" id="main" tabIndex={-1}>
          {flush ? <h1 className="sr-only">{crumbs.at(-1)?.label}</h1> : null}
          {toolbar}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div className="ui-scroll" tabIndex={0}>
            {flush ? children : <div className="ui-page">{children}</div>}
          </div>
          {bulk}
          {footer ? <div className="ui-page-foot">{footer}</div> : null}
        </main>
        {panel}
      </div>
    </>
  );
}

/** A page's title with its tags, a sentence below and actions beside it. */
export function PageTitle({
  icon,
  title,
  tags,
  subtitle,
  actions,
}: {
  icon?: ReactNode | undefined;
  title: ReactNode;
  tags?: ReactNode | undefined;
  subtitle?: ReactNode | undefined;
  actions?: ReactNode | undefined;
}) {
  return (
    <div className="ui-page-title">
      {icon ? <span className="ui-page-icon">{icon}</span> : null}
      <div className="ui-page-title-text">
        <div className="ui-page-title-line">
          <h1>{title}</h1>
          {tags}
        </div>
        {subtitle ? <p>{subtitle}</p> : null}
      </div>
      {actions ? <span className="ui-head-actions">{actions}</span> : null}
    </div>
  );
}
