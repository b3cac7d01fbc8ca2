import * as Radix from 'radix-ui/dialog';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Icon } from '../icons/icon.tsx';
import { OverlayContainerContext } from '../overlays/overlay-container.ts';
import { useReturnFocus } from '../overlays/return-focus.ts';
import { useStrings } from '../strings.ts';
import type { NavSection, ShellAccount } from './nav-types.ts';
import { Sidebar } from './sidebar.tsx';

const DrawerContext = createContext<{ openNavigation: () => void } | undefined>(undefined);

/** The staff's frame: a sidebar of 220 px, a rail below 1024, a menu button below 640. */
export function StaffShell({
  brand,
  homeHref = '/',
  nav,
  account,
  onOpenPalette,
  rail,
  children,
}: {
  brand: { firmName: string };
  homeHref?: string | undefined;
  nav: readonly NavSection[];
  account: ShellAccount;
  onOpenPalette: () => void;
  /** Editors take the room: a rail at any width. */
  rail?: boolean | undefined;
  children: ReactNode;
}) {
  const strings = useStrings();
  const [isOpen, setOpen] = useState(false);
  const [drawerContent, setDrawerContent] = useState<HTMLElement | null>(null);
  const { ref, onCloseAutoFocus } = useReturnFocus(isOpen);
  const placeDrawer = useCallback(
    (node: HTMLElement | null) => {
      ref(node);
      setDrawerContent(node);
    },
    [ref],
  );
  const drawer = useMemo(() => ({ openNavigation: () => setOpen(true) }), []);
  const palette = () => {
    setOpen(false);
    onOpenPalette();
  };
  const sidebar = { firmName: brand.firmName, homeHref, nav, account };
  return (
    <DrawerContext value={drawer}>
      <div className="ui-shell" data-door="staff" data-rail={rail ? '' : undefined}>
        <a className="ui-skip" href="#main">
          {strings.skipToContent}
        </a>
        <aside className="ui-sidebar" aria-label={strings.mainNavigation}>
          <Sidebar {...sidebar} onOpenPalette={palette} />
        </aside>
        <div className="ui-main">{children}</div>
      </div>
      <Radix.Root open={isOpen} onOpenChange={setOpen}>
        <Radix.Portal>
          <Radix.Overlay className="ui-scrim ui-scrim-drawer" />
          <Radix.Content
            ref={placeDrawer}
            className="ui-drawer"
            aria-describedby={undefined}
            onCloseAutoFocus={onCloseAutoFocus}
          >
            <Radix.Title className="sr-only">{strings.mainNavigation}</Radix.Title>
            {/* The drawer is modal: a menu rendered outside of it could not be reached. */}
            <OverlayContainerContext value={drawerContent}>
              <Sidebar {...sidebar} onOpenPalette={palette} onNavigate={() => setOpen(false)} />
            </OverlayContainerContext>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </DrawerContext>
  );
}

/** The button that opens the navigation where there is no room for it. */
export function NavigationButton() {
  const strings = useStrings();
  const drawer = useContext(DrawerContext);
  if (!drawer) return null;
  return (
    <button
      type="button"
      className="ui-navigation-button"
      aria-label={strings.openNavigation}
      onClick={drawer.openNavigation}
    >
      <Icon name="menu" />
    </button>
  );
}
