import { Avatar } from '../display/avatar.tsx';
import { Kbd } from '../display/kbd.tsx';
import { Icon } from '../icons/icon.tsx';
import { Wordmark } from '../icons/mark.tsx';
import { Menu } from '../overlays/menu.tsx';
import { UiLink } from '../provider/link.tsx';
import { useStrings } from '../strings.ts';
import type { NavItem, NavSection, ShellAccount } from './nav-types.ts';

/** What the staff's sidebar holds: brand, palette, places, account. */
export function Sidebar({
  firmName,
  homeHref,
  nav,
  account,
  onOpenPalette,
  onNavigate,
}: {
  firmName: string;
  homeHref: string;
  nav: readonly NavSection[];
  account: ShellAccount;
  onOpenPalette: () => void;
  onNavigate?: (() => void) | undefined;
}) {
  const strings = useStrings();
  return (
    <>
      <UiLink className="ui-brand" href={homeHref} onClick={onNavigate}>
        <Wordmark firmName={firmName} />
      </UiLink>
      <button type="button" className="ui-jump" onClick={onOpenPalette} aria-keyshortcuts="Meta+K Control+K">
        <Icon name="search" size={14} />
        <span>{strings.jump}</span>
        <Kbd>⌘K</Kbd>
      </button>
      <nav className="ui-nav" aria-label={strings.mainNavigation}>
        {nav.map((section, index) => (
          <div key={section.heading ?? `section-${index}`} className="ui-nav-section">
            {section.heading ? <h2 className="ui-nav-heading">{section.heading}</h2> : null}
            <ul>
              {section.items.map((item) => (
                <li key={item.href}>
                  <NavLink item={item} onNavigate={onNavigate} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <Menu
        side="top"
        align="start"
        label={strings.account}
        items={account.menu}
        trigger={
          <button type="button" className="ui-me">
            <Avatar id={account.id} name={account.name} src={account.src} size={24} decorative />
            <span className="ui-me-text">
              <b>{account.name}</b>
              <small>{account.subtitle}</small>
            </span>
            <Icon name="settings" />
          </button>
        }
      />
    </>
  );
}

function NavLink({ item, onNavigate }: { item: NavItem; onNavigate: (() => void) | undefined }) {
  return (
    <UiLink
      className="ui-nav-link"
      href={item.href}
      title={item.label}
      aria-current={item.current ? 'page' : undefined}
      onClick={onNavigate}
    >
      <span className="ui-nav-icon">{item.icon ? <Icon name={item.icon} /> : item.glyph}</span>
      <span className="ui-nav-label">{item.label}</span>
      {item.count ? (
        <span className="ui-nav-count" data-hot={item.hot ? '' : undefined}>
          {item.count}
        </span>
      ) : null}
    </UiLink>
  );
}
