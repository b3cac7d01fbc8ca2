import { useEffect, useSyncExternalStore } from 'react';
import { ComponentsPage } from './pages/components-page.tsx';
import { EffectivePage } from './pages/effective-page.tsx';
import { GroupEditorPage } from './pages/group-editor-page.tsx';
import { PortalPage } from './pages/portal-page.tsx';
import { PortalSignInPage, SignInPage } from './pages/sign-in-pages.tsx';
import { TextPage } from './pages/text-page.tsx';
import { UsersPage } from './pages/users-page.tsx';

const PAGES = {
  components: ComponentsPage,
  group: GroupEditorPage,
  effective: EffectivePage,
  users: UsersPage,
  'sign-in': SignInPage,
  'portal-sign-in': PortalSignInPage,
  portal: PortalPage,
  text: TextPage,
} as const;

type PageName = keyof typeof PAGES;

function isPage(name: string): name is PageName {
  return name in PAGES;
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** Shows the page the address names: "#users", "#portal"; all parts without one. */
export function Gallery() {
  const hash = useSyncExternalStore(subscribe, () => location.hash.slice(1));
  const name = isPage(hash) ? hash : 'components';
  const Page = PAGES[name];
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['door'] = name.startsWith('portal') ? 'portal' : 'staff';
    if (name.startsWith('portal')) root.dataset['brand'] = 'stonemere';
    else delete root.dataset['brand'];
  }, [name]);
  return <Page />;
}
