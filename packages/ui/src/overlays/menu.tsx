import * as Radix from 'radix-ui/dropdown-menu';
import type { ReactNode } from 'react';
import { Kbd } from '../display/kbd.tsx';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { UiLink } from '../provider/link.tsx';
import { useStrings } from '../strings.ts';
import { useOverlayContainer } from './overlay-container.ts';

/** Something a menu offers. */
export type MenuItem = {
  kind?: 'item' | undefined;
  label: string;
  icon?: IconName | undefined;
  kbd?: string | undefined;
  danger?: boolean | undefined;
  lock?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Makes it a choice that is on or off; the menu then stays open. */
  checked?: boolean | undefined;
  href?: string | undefined;
  onSelect?: (() => void) | undefined;
};

/** A choice of one, on lines of its own. */
export type MenuRadio = {
  kind: 'radio';
  label: string;
  value: string;
  options: readonly { value: string; label: string; icon?: IconName | undefined }[];
  onChange: (value: string) => void;
};

/** A line of a menu. */
export type MenuEntry = MenuItem | { kind: 'separator' } | { kind: 'heading'; label: string } | MenuRadio;

/** A list of actions or choices that opens from a button. */
export function Menu({
  trigger,
  items,
  align = 'end',
  side = 'bottom',
  label,
}: {
  /** A Button, or an IconButton with `plain`. */
  trigger: ReactNode;
  items: readonly MenuEntry[];
  align?: 'start' | 'center' | 'end' | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  label?: string | undefined;
}) {
  const portal = useOverlayContainer();
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal {...portal}>
        <Radix.Content
          className="ui-menu"
          align={align}
          side={side}
          sideOffset={5}
          collisionPadding={8}
          loop
          {...(label ? { 'aria-label': label } : {})}
        >
          {items.map((entry, index) => (
            <Entry key={entryKey(entry, index)} entry={entry} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function entryKey(entry: MenuEntry, index: number): string {
  if (entry.kind === 'separator') return `separator-${index}`;
  return `${entry.kind ?? 'item'}-${entry.label}`;
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === 'separator') return <Radix.Separator className="ui-menu-rule" />;
  if (entry.kind === 'heading') return <Radix.Label className="ui-menu-heading">{entry.label}</Radix.Label>;
  if (entry.kind === 'radio') return <RadioEntry entry={entry} />;
  const common = {
    className: 'ui-menu-item',
    disabled: entry.disabled ?? false,
    'data-danger': entry.danger ? '' : undefined,
  };
  if (entry.checked !== undefined)
    return (
      <Radix.CheckboxItem
        {...common}
        checked={entry.checked}
        onSelect={(event) => {
          event.preventDefault();
          entry.onSelect?.();
        }}
      >
        <EntryBody entry={entry} />
        <Radix.ItemIndicator className="ui-option-check">
          <Icon name="check" size={14} />
        </Radix.ItemIndicator>
      </Radix.CheckboxItem>
    );
  if (entry.href !== undefined)
    return (
      <Radix.Item {...common} asChild onSelect={() => entry.onSelect?.()}>
        <UiLink href={entry.href}>
          <EntryBody entry={entry} />
        </UiLink>
      </Radix.Item>
    );
  return (
    <Radix.Item {...common} onSelect={() => entry.onSelect?.()}>
      <EntryBody entry={entry} />
    </Radix.Item>
  );
}

function RadioEntry({ entry }: { entry: MenuRadio }) {
  return (
    <>
      <Radix.Label className="ui-menu-heading">{entry.label}</Radix.Label>
      <Radix.RadioGroup aria-label={entry.label} value={entry.value} onValueChange={entry.onChange}>
        {entry.options.map((option) => (
          <Radix.RadioItem
            key={option.value}
            value={option.value}
            className="ui-menu-item"
            onSelect={(event) => event.preventDefault()}
          >
            {option.icon ? <Icon name={option.icon} size={14} /> : null}
            <span className="ui-menu-label">{option.label}</span>
            <Radix.ItemIndicator className="ui-option-check">
              <Icon name="check" size={14} />
            </Radix.ItemIndicator>
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    </>
  );
}

function EntryBody({ entry }: { entry: MenuItem }) {
  const strings = useStrings();
  return (
    <>
      {entry.icon ? <Icon name={entry.icon} size={14} /> : null}
      <span className="ui-menu-label">{entry.label}</span>
      {entry.lock ? <Icon name="lock" size={12} label={strings.lockNote} /> : null}
      {entry.kbd ? <Kbd>{entry.kbd}</Kbd> : null}
    </>
  );
}
