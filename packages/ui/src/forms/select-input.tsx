import * as Popover from 'radix-ui/popover';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { useOverlayContainer } from '../overlays/overlay-container.ts';
import { useStrings } from '../strings.ts';
import type { FieldIds } from './field.tsx';
import { findTyped, isTyping, moveTo, NOTHING_TYPED, typed } from './select-keys.ts';
import type { InputSize } from './text-input.tsx';

/** One choice; `value` must not be empty. */
export type SelectOption<Value extends string> = {
  value: Value;
  label: string;
  description?: string | undefined;
  icon?: IconName | undefined;
  /** Drawn before the label: an avatar or a glyph. */
  start?: ReactNode | undefined;
  disabled?: boolean | undefined;
};

const OPENS = ['ArrowDown', 'ArrowUp', 'Enter', ' '];

/**
 * Chooses one of a few known options: a select-only combobox as WAI-ARIA describes it. Focus stays on the button, and the
 * page around it within reach; arrows, Home, End and typing move, Enter, Space and Tab choose, Esc closes.
 */
export function SelectInput<Value extends string>({
  options,
  value,
  onChange,
  placeholder,
  label,
  size = 'md',
  disabled,
  className,
  required,
  ...field
}: Partial<FieldIds> & {
  options: readonly SelectOption<Value>[];
  value: Value | null | undefined;
  onChange: (value: Value) => void;
  placeholder?: string | undefined;
  /** Its name, where no Field labels it. */
  label?: string | undefined;
  size?: InputSize | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}) {
  const strings = useStrings();
  const portal = useOverlayContainer();
  const listId = useId();
  const box = useRef<HTMLButtonElement>(null);
  const word = useRef(NOTHING_TYPED);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const chosenIndex = options.findIndex((option) => option.value === value);
  const chosen = options[chosenIndex];
  const optionId = (index: number) => `${listId}-${index}`;
  const open = () => {
    setActive(chosen ? chosenIndex : (moveTo('Home', -1, options) ?? -1));
    setOpen(true);
  };
  const pick = (option: SelectOption<Value> | undefined) => {
    if (!option || option.disabled) return;
    setOpen(false);
    if (option.value !== value) onChange(option.value);
  };
  const find = (event: KeyboardEvent) => {
    word.current = typed(word.current, event.key, event.timeStamp);
    const from = isOpen ? active : chosenIndex;
    setActive(findTyped(word.current.text, from, options) ?? from);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isOne = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isLetter = isOne && (event.key !== ' ' || isTyping(word.current, event.timeStamp));
    const next = isOpen ? moveTo(event.key, active, options) : null;
    if (event.key === 'Tab') {
      if (isOpen) pick(options[active]);
      return;
    }
    if (next !== null) setActive(next);
    else if (isLetter) find(event);
    else if (isOpen && (event.key === 'Enter' || event.key === ' ')) pick(options[active]);
    else if (isOpen && event.key === 'Escape') setOpen(false);
    else if (!isOpen && OPENS.includes(event.key)) open();
    else return;
    event.preventDefault();
    if (isOpen) event.stopPropagation();
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Anchor asChild>
        <button
          {...field}
          ref={box}
          type="button"
          role="combobox"
          aria-label={label}
          aria-haspopup="listbox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen && options[active] ? optionId(active) : undefined}
          aria-required={required}
          className={cx('ui-input ui-select', className)}
          data-size={size}
          data-state={isOpen ? 'open' : 'closed'}
          data-invalid={field['aria-invalid'] ? '' : undefined}
          disabled={disabled}
          onClick={() => (isOpen ? setOpen(false) : open())}
          onKeyDown={onKeyDown}
          // Some browsers press a button when the space bar is let go.
          onKeyUp={(event) => (event.key === ' ' ? event.preventDefault() : undefined)}
        >
          {chosen?.icon ? <Icon name={chosen.icon} size={14} /> : chosen?.start}
          <span className="ui-select-value" data-empty={chosen ? undefined : ''}>
            {chosen?.label ?? placeholder ?? strings.choose}
          </span>
          <Icon name="chevrons-up-down" size={14} />
        </button>
      </Popover.Anchor>
      <Popover.Portal {...portal}>
        <Popover.Content
          className="ui-menu ui-select-list"
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
          <div id={listId} role="listbox" aria-label={label ?? placeholder ?? strings.choose}>
            {options.map((option, index) => (
              <div
                key={option.value}
                id={optionId(index)}
                ref={index === active ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
                role="option"
                tabIndex={-1}
                className="ui-option"
                aria-labelledby={`${optionId(index)}-label`}
                aria-describedby={option.description ? `${optionId(index)}-more` : undefined}
                aria-selected={option === chosen}
                aria-disabled={option.disabled || undefined}
                data-highlighted={index === active ? '' : undefined}
                onPointerMove={() => setActive(index)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => pick(option)}
                onKeyDown={undefined}
              >
                {option.icon ? <Icon name={option.icon} size={14} /> : option.start}
                <span className="ui-option-text">
                  <span id={`${optionId(index)}-label`}>{option.label}</span>
                  {option.description ? (
                    <small id={`${optionId(index)}-more`}>{option.description}</small>
                  ) : null}
                </span>
                {option === chosen ? (
                  <span className="ui-option-check">
                    <Icon name="check" size={14} />
                  </span>
                ) : null}
              </div>
            ))}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
