import type { ReactNode } from 'react';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { Menu, type MenuEntry } from '../overlays/menu.tsx';
import { useStrings } from '../strings.ts';

type ChipPart = {
  text: string;
  /** Choices that open from this part. */
  menu?: readonly MenuEntry[] | undefined;
  onPress?: (() => void) | undefined;
};

/** One filter in three parts: field, operator, value; each opens separately. */
export function FilterChip({
  icon,
  field,
  operator,
  value,
  onRemove,
}: {
  icon?: IconName | undefined;
  field: string;
  operator?: string | ChipPart | undefined;
  value: string | ChipPart;
  onRemove?: (() => void) | undefined;
}) {
  const strings = useStrings();
  return (
    <span className="ui-chip">
      <span className="ui-chip-part">
        {icon ? <Icon name={icon} size={14} /> : null}
        {field}
      </span>
      {operator === undefined ? null : <Part part={operator} kind="operator" />}
      <Part part={value} kind="value" />
      {onRemove ? (
        <button
          type="button"
          className="ui-chip-remove"
          aria-label={strings.removeFilter(field)}
          onClick={onRemove}
        >
          <Icon name="x" size={12} />
        </button>
      ) : null}
    </span>
  );
}

function Part({ part, kind }: { part: string | ChipPart; kind: 'operator' | 'value' }) {
  if (typeof part === 'string')
    return (
      <span className="ui-chip-part" data-kind={kind}>
        {part}
      </span>
    );
  const button = (
    <button type="button" className="ui-chip-part" data-kind={kind} onClick={part.onPress}>
      {part.text}
    </button>
  );
  return part.menu ? <Menu align="start" trigger={button} items={part.menu} /> : button;
}

/** The row of filters over a table; `add` lists what can be filtered. */
export function FilterBar({
  search,
  children,
  add,
  end,
}: {
  search?: ReactNode | undefined;
  children?: ReactNode | undefined;
  add?: readonly MenuEntry[] | undefined;
  end?: ReactNode | undefined;
}) {
  const strings = useStrings();
  return (
    <div className="ui-filter-bar">
      {search}
      {children}
      {add && add.length > 0 ? (
        <Menu
          align="start"
          items={add}
          trigger={
            <button type="button" className="ui-chip ui-chip-add">
              <span className="ui-chip-part">
                <Icon name="plus" size={12} />
                {strings.addFilter}
              </span>
            </button>
          }
        />
      ) : null}
      {end ? <span className="ui-filter-end">{end}</span> : null}
    </div>
  );
}
