import { type ReactNode, useId } from 'react';
import { Tag } from '../display/tag.tsx';
import { Segmented } from '../forms/segmented.tsx';
import { Switch } from '../forms/switch.tsx';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';

/** How far a grant goes. */
export type Reach = 'ALL' | 'ASSIGNED';

/** One permission of a group: on or off, what it means, its reach, how much it was used. */
export function PermissionRow({
  label,
  description,
  checked,
  onChange,
  reach,
  onReach,
  reachText,
  changeTag,
  changeTone = 'accent',
  disabledReason,
  usage,
}: {
  label: string;
  description: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Only where reach exists. */
  reach?: Reach | undefined;
  onReach?: ((reach: Reach) => void) | undefined;
  /** In place of the choice: "Everywhere". */
  reachText?: string | undefined;
  /** Names the old value: "Was All projects". */
  changeTag?: string | undefined;
  changeTone?: 'accent' | 'negative' | undefined;
  /** Why it cannot be changed here. */
  disabledReason?: string | undefined;
  /** Holders who used it in 90 days. */
  usage?: { used: number; of: number } | undefined;
}) {
  const strings = useStrings();
  const id = useId();
  const isFixed = disabledReason !== undefined;
  return (
    <li
      className="ui-permission"
      data-off={checked ? undefined : ''}
      data-changed={changeTag ? changeTone : undefined}
    >
      <Switch
        checked={checked}
        onChange={onChange}
        labelledBy={`${id}-label`}
        aria-describedby={`${id}-text`}
        disabled={isFixed}
      />
      <div className="ui-permission-text">
        <p className="ui-permission-name">
          <span id={`${id}-label`}>{label}</span>
          {changeTag ? <Tag tone={changeTone}>{changeTag}</Tag> : null}
        </p>
        <p className="ui-permission-note" id={`${id}-text`}>
          {isFixed ? (
            <>
              <Icon name="lock" size={12} /> {disabledReason}
            </>
          ) : (
            description
          )}
        </p>
      </div>
      <div className="ui-permission-reach">
        {checked && reach && onReach ? (
          <Segmented
            size="sm"
            label={strings.reach(label)}
            value={reach}
            onChange={onReach}
            disabled={isFixed}
            options={[
              { value: 'ALL', label: strings.reachAll },
              { value: 'ASSIGNED', label: strings.reachAssigned },
            ]}
          />
        ) : checked && (reachText ?? reach) ? (
          <span className="ui-permission-muted">
            {reachText ?? (reach === 'ALL' ? strings.reachAll : strings.reachAssigned)}
          </span>
        ) : null}
      </div>
      <div className="ui-permission-use">
        {usage ? (
          <>
            <span className="ui-use" aria-hidden="true">
              <i style={{ width: `${usage.of === 0 ? 0 : Math.round((usage.used / usage.of) * 100)}%` }} />
            </span>
            <span className="ui-permission-muted">{strings.used(usage.used, usage.of)}</span>
          </>
        ) : (
          <span className="ui-permission-muted">–</span>
        )}
      </div>
    </li>
  );
}

/** The head and frame of a group's permissions. */
export function PermissionList({
  title,
  count,
  reachHeader,
  useHeader,
  children,
}: {
  title: string;
  count?: string | undefined;
  reachHeader: string;
  useHeader: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="ui-permissions">
      <div className="ui-permissions-head">
        <h2 className="ui-heading" id={id}>
          {title}
        </h2>
        {count ? <span className="ui-count">{count}</span> : null}
        <span className="ui-permissions-columns" aria-hidden="true">
          <span>{reachHeader}</span>
          <span>{useHeader}</span>
        </span>
      </div>
      <ul className="ui-card">{children}</ul>
    </section>
  );
}
