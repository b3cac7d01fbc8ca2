import * as Radix from 'radix-ui/dialog';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Kbd } from '../display/kbd.tsx';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { useStrings } from '../strings.ts';
import { filterGroups } from './palette-filter.ts';
import { useReturnFocus } from './return-focus.ts';

/** An action or a place. */
export type PaletteItem = {
  id: string;
  label: string;
  /** What it is for or belongs to, in grey after the label. */
  context?: string | undefined;
  /** More words that find it. */
  keywords?: string | undefined;
  icon: IconName;
  /** Its keys, one after the other: "G U". */
  kbd?: string | undefined;
  run: () => void;
};

/** Items under a heading; `keepAll` shows what a server search found without filtering again. */
export type PaletteGroup = { heading: string; items: readonly PaletteItem[]; keepAll?: boolean | undefined };

/** Everything in reach of the keyboard: type, arrows, Enter. */
export function CommandPalette({
  open,
  onOpenChange,
  groups,
  query,
  onQuery,
  loading,
  placeholder,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly PaletteGroup[];
  query: string;
  onQuery: (query: string) => void;
  loading?: boolean | undefined;
  placeholder?: string | undefined;
}) {
  const strings = useStrings();
  const listId = useId();
  const returnFocus = useReturnFocus(open);
  const [active, setActive] = useState(0);
  const shown = filterGroups(groups, query);
  const flat = shown.flatMap((group) => group.items);
  const index = Math.min(active, Math.max(0, flat.length - 1));
  useEffect(() => {
    if (open) setActive(0);
  }, [open]);
  const run = (item: PaletteItem | undefined) => {
    if (!item) return;
    onOpenChange(false);
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((index + step + flat.length) % Math.max(1, flat.length));
    } else if (event.key === 'Home' && event.ctrlKey) setActive(0);
    else if (event.key === 'Enter') {
      event.preventDefault();
      run(flat[index]);
    }
  };
  const current = flat[index];
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="ui-scrim ui-scrim-palette">
          <Radix.Content {...returnFocus} className="ui-palette" aria-describedby={undefined}>
            <Radix.Title className="sr-only">{strings.paletteTitle}</Radix.Title>
            <div className="ui-palette-input">
              <Icon name="search" />
              <input
                type="text"
                role="combobox"
                aria-expanded
                aria-controls={listId}
                aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
                aria-autocomplete="list"
                aria-label={strings.paletteTitle}
                autoComplete="off"
                spellCheck={false}
                placeholder={placeholder ?? strings.palettePlaceholder}
                value={query}
                onChange={(event) => {
                  setActive(0);
                  onQuery(event.target.value);
                }}
                onKeyDown={onKeyDown}
              />
              {loading ? <span className="ui-spinner" aria-hidden="true" /> : null}
            </div>
            <div className="ui-palette-list" id={listId} role="listbox" aria-label={strings.paletteTitle}>
              {shown.map((group) => (
                // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
                <div key={group.heading} role="group" aria-label={group.heading}>
                  <div className="ui-palette-heading" aria-hidden="true">
                    {group.heading}
                  </div>
                  {group.items.map((item) => (
                    <PaletteRow
                      key={item.id}
                      id={`${listId}-${item.id}`}
                      item={item}
                      isActive={item === current}
                      onHover={() => setActive(flat.indexOf(item))}
                      onRun={() => run(item)}
                    />
                  ))}
                </div>
              ))}
            </div>
            {flat.length === 0 ? (
              <p className="ui-menu-note" role="status">
                {loading ? strings.loading : strings.noMatches}
              </p>
            ) : null}
            <div className="ui-palette-foot" aria-hidden="true">
              <Kbd>↑</Kbd>
              <Kbd>↓</Kbd> {strings.paletteMove}
              <Kbd>⏎</Kbd> {strings.paletteRun}
              <Kbd>Esc</Kbd> {strings.paletteClose}
            </div>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteRow({
  id,
  item,
  isActive,
  onHover,
  onRun,
}: {
  id: string;
  item: PaletteItem;
  isActive: boolean;
  onHover: () => void;
  onRun: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input above owns the keyboard and points here
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className="ui-palette-row"
      ref={isActive ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
      onPointerMove={onHover}
      onClick={onRun}
    >
      <Icon name={item.icon} />
      <span className="ui-palette-label">
        {item.label}
        {item.context ? <span> {item.context}</span> : null}
      </span>
      {isActive && !item.kbd ? <Kbd>⏎</Kbd> : null}
      {item.kbd?.split(' ').map((key, index) => (
        <Kbd key={`${index}${key}`}>{key}</Kbd>
      ))}
    </div>
  );
}
