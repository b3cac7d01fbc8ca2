import * as Popover from 'radix-ui/popover';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Avatar } from '../display/avatar.tsx';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { useOverlayContainer } from '../overlays/overlay-container.ts';
import { useStrings } from '../strings.ts';
import { matchOptions } from './combobox-filter.ts';
import type { FieldIds } from './field.tsx';
import type { InputSize } from './text-input.tsx';

/** One person or thing to pick; `avatar` is the id that decides its hue. */
export type ComboboxOption = {
  value: string;
  label: string;
  description?: string | undefined;
  avatar?: string | undefined;
  /** Address of the photo beside it, if there is one. */
  photo?: string | undefined;
  icon?: IconName | undefined;
  keywords?: string | undefined;
  disabled?: boolean | undefined;
};

/** Picks one of many by typing; arrows move, Enter picks, Esc closes. */
export function Combobox({
  options,
  value,
  onChange,
  placeholder,
  label,
  query,
  onQuery,
  loading,
  emptyText,
  clearable,
  size = 'md',
  disabled,
  ...field
}: Partial<FieldIds> & {
  options: readonly ComboboxOption[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string | undefined;
  label?: string | undefined;
  /** Give both to search on the server; the options are then shown as they come. */
  query?: string | undefined;
  onQuery?: ((query: string) => void) | undefined;
  loading?: boolean | undefined;
  emptyText?: string | undefined;
  clearable?: boolean | undefined;
  size?: InputSize | undefined;
  disabled?: boolean | undefined;
}) {
  const strings = useStrings();
  const portal = useOverlayContainer();
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [ownQuery, setOwnQuery] = useState('');
  const [active, setActive] = useState(0);
  const typed = query ?? ownQuery;
  const shown = onQuery ? [...options] : matchOptions(options, typed);
  const chosen = options.find((option) => option.value === value);
  const search = (text: string) => {
    setActive(0);
    setOwnQuery(text);
    onQuery?.(text);
  };
  const close = () => {
    setOpen(false);
    search('');
  };
  const pick = (option: ComboboxOption | undefined) => {
    if (!option || option.disabled) return;
    onChange(option.value);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isOpen) setActive((active + step + shown.length) % Math.max(1, shown.length));
      else setOpen(true);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      pick(shown[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    } else if (event.key === 'Backspace' && typed === '' && value !== null && clearable) onChange(null);
  };
  const optionId = (index: number) => `${listId}-${index}`;
  return (
    <Popover.Root open={isOpen} onOpenChange={(next) => (next ? setOpen(true) : close())}>
      <Popover.Anchor asChild>
        <div
          ref={box}
          className="ui-input ui-combobox"
          data-size={size}
          data-invalid={field['aria-invalid'] ? '' : undefined}
          data-disabled={disabled ? '' : undefined}
        >
          {chosen && !isOpen ? (
            <OptionMark option={chosen} />
          ) : isOpen ? (
            <Icon name="search" size={14} />
          ) : null}
          <input
            {...field}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-label={label}
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && shown[active] ? optionId(active) : undefined}
            placeholder={chosen?.label ?? placeholder ?? strings.choose}
            value={isOpen ? typed : (chosen?.label ?? '')}
            disabled={disabled}
            onChange={(event) => {
              search(event.target.value);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
          />
          {clearable && chosen ? (
            <button
              type="button"
              className="ui-input-button"
              aria-label={strings.clear}
              onClick={() => onChange(null)}
            >
              <Icon name="x" size={12} />
            </button>
          ) : null}
          <Icon name="chevrons-up-down" size={14} />
        </div>
      </Popover.Anchor>
      <Popover.Portal {...portal}>
        <Popover.Content
          className="ui-menu ui-combobox-list"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          role="presentation"
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && box.current?.contains(event.target)) event.preventDefault();
          }}
        >
          <div
            id={listId}
            role="listbox"
            aria-label={label ?? strings.choose}
            aria-busy={loading || undefined}
          >
            {shown.map((option, index) => (
              <div
                key={option.value}
                id={optionId(index)}
                ref={index === active ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
                role="option"
                tabIndex={-1}
                className="ui-option"
                aria-selected={option.value === value}
                aria-disabled={option.disabled || undefined}
                data-highlighted={index === active ? '' : undefined}
                onPointerMove={() => setActive(index)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => pick(option)}
                onKeyDown={undefined}
              >
                <OptionMark option={option} />
                <span className="ui-option-text">
                  {option.label}
                  {option.description ? <small>{option.description}</small> : null}
                </span>
                {option.value === value ? (
                  <span className="ui-option-check">
                    <Icon name="check" size={14} />
                  </span>
                ) : null}
              </div>
            ))}
          </div>
          {shown.length === 0 ? (
            <p className="ui-menu-note" role="status">
              {loading ? strings.loading : (emptyText ?? strings.noMatches)}
            </p>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function OptionMark({ option }: { option: ComboboxOption }) {
  if (option.avatar) return <Avatar id={option.avatar} name={option.label} src={option.photo} decorative />;
  return option.icon ? <Icon name={option.icon} size={14} /> : null;
}
