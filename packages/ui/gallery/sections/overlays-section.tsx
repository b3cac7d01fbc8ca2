import { useState } from 'react';
import {
  Button,
  CommandPalette,
  ConfirmDialog,
  IconButton,
  Menu,
  type PaletteGroup,
  ShortcutsDialog,
  Tooltip,
  useToast,
} from '../../src/index.ts';
import { Row, Section } from './section.tsx';

const noop = () => undefined;

const GROUPS: PaletteGroup[] = [
  {
    heading: 'Actions',
    items: [
      {
        id: 'assign',
        label: 'Assign Hana Kobayashi',
        context: 'to Online banking',
        icon: 'user-plus',
        run: noop,
      },
      { id: 'show', label: 'Show projects of Hana Kobayashi', icon: 'users', run: noop },
    ],
  },
  {
    heading: 'Go to',
    items: [
      { id: 'hana', label: 'Hana Kobayashi', context: 'User', icon: 'user', kbd: 'G U', run: noop },
      { id: 'can', label: 'What can Hana Kobayashi do', context: 'Access', icon: 'shield-check', run: noop },
      { id: 'cal', label: 'CAL-004 Broker app', context: 'Project, owner', icon: 'target', run: noop },
    ],
  },
];

/** What opens over the page. */
export function OverlaysSection() {
  const { show } = useToast();
  const [open, setOpen] = useState<'palette' | 'confirm' | 'shortcuts' | null>(null);
  const [query, setQuery] = useState('');
  const close = (isOpen: boolean) => setOpen(isOpen ? open : null);
  return (
    <Section
      title="Menu, tooltip, toast, dialog, palette"
      note="Toasts stay 6 s, pause on hover, and offer undo for whatever can be undone."
    >
      <Row>
        <Menu
          trigger={<Button iconEnd="chevron-down">Open menu</Button>}
          align="start"
          items={[
            { label: 'Assign', icon: 'user-plus', kbd: 'A' },
            { label: 'Hold', icon: 'pause', kbd: 'H' },
            { label: 'Move dates', icon: 'calendar', kbd: 'D' },
            { label: 'Show ended', checked: true },
            { kind: 'separator' },
            { label: 'Delete', icon: 'trash', danger: true, lock: true },
          ]}
        />
        <Tooltip content="Copy vector" kbd="C">
          <Button>Tooltip</Button>
        </Tooltip>
        <IconButton icon="copy" label="Copy link" />
        <Button onClick={() => setOpen('palette')} kbd="⌘K">
          Palette
        </Button>
        <Button variant="danger" onClick={() => setOpen('confirm')}>
          Delete project
        </Button>
        <Button onClick={() => setOpen('shortcuts')} kbd="?">
          Shortcuts
        </Button>
      </Row>
      <Row>
        <Button onClick={() => show({ title: '3 projects put on hold', undo: noop })}>Toast with undo</Button>
        <Button
          onClick={() =>
            show({
              tone: 'negative',
              title: 'Not saved: Priya changed this 20 s ago',
              action: { label: 'Compare', onAction: noop },
            })
          }
        >
          Failure
        </Button>
      </Row>
      <CommandPalette
        open={open === 'palette'}
        onOpenChange={close}
        groups={GROUPS}
        query={query}
        onQuery={setQuery}
      />
      <ConfirmDialog
        open={open === 'confirm'}
        onOpenChange={close}
        title="Delete Launcher and account API?"
        body="Removes 1 finding, 6 scope items and 2 drafts. Reports already delivered stay. This cannot be undone."
        confirmLabel="Delete project"
        danger
        typeToConfirm="ORR-002"
        onConfirm={() => setOpen(null)}
      />
      <ShortcutsDialog
        open={open === 'shortcuts'}
        onOpenChange={close}
        groups={[
          {
            heading: 'Everywhere',
            items: [
              { label: 'Command palette', keys: ['⌘', 'K'] },
              { label: 'Go to users', keys: ['G', 'U'] },
              { label: 'Go to groups', keys: ['G', 'G'] },
            ],
          },
          {
            heading: 'Lists',
            items: [
              { label: 'Next row', keys: ['J'] },
              { label: 'Previous row', keys: ['K'] },
              { label: 'Select', keys: ['X'] },
              { label: 'Open', keys: ['⏎'] },
            ],
          },
        ]}
      />
    </Section>
  );
}
