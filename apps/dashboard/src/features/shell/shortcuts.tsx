import { ShortcutsDialog } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import type { Place } from './places.ts';

const t = strings.shell.keys;

/** All keys on one sheet. */
export function Shortcuts({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  return (
    <ShortcutsDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      groups={[
        {
          heading: t.anywhere,
          items: [
            { label: t.openPalette, keys: ['⌘K'] },
            { label: t.openShortcuts, keys: ['?'] },
            { label: t.undo, keys: ['Z'] },
          ],
        },
        {
          heading: t.goTo,
          items: places.map(({ label, key }) => ({ label, keys: ['G', key.toUpperCase()] })),
        },
        {
          heading: t.lists,
          items: [
            { label: t.search, keys: ['/'] },
            { label: t.nextRow, keys: ['J'] },
            { label: t.previousRow, keys: ['K'] },
            { label: t.openRow, keys: ['↵'] },
            { label: t.closePanel, keys: ['Esc'] },
          ],
        },
      ]}
    />
  );
}
