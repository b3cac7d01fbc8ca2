import { Checkbox, EmptyState, Icon, SkeletonShape, Tag } from '@sallyport/ui';
import { grantLabels } from '../../components/grant-words.ts';
import { strings } from '../../strings/strings.ts';
import type { GiveableGroup } from './giveable-group.ts';

const t = strings.users.form;

/** The groups of the invited person; what cannot be given says what is missing. */
export function GroupChoice({
  groups,
  chosen,
  onChange,
  error,
}: {
  groups: readonly GiveableGroup[] | undefined;
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}) {
  if (!groups) return <SkeletonShape shape="list" rows={5} />;
  if (groups.length === 0) return <EmptyState title={t.groupsEmpty} />;
  const toggle = (id: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset>
      <legend className="ui-label">{t.groups}</legend>
      <p className="mb-2 text-xs text-text-3">{t.groupsHelp}</p>
      <ul className="ui-card divide-y divide-border-soft">
        {groups.map(({ group, missing }) => (
          <li key={group.id} className="px-3.5 py-2.5" data-missing={missing ? '' : undefined}>
            <Checkbox
              checked={chosen.includes(group.id)}
              disabled={missing !== ''}
              onChange={(isOn) => toggle(group.id, isOn)}
              label={group.name}
              description={group.purpose}
            />
            <span className="mt-1.5 flex flex-wrap items-center gap-1.5 pl-6">
              {grantLabels(group.grants).map((label) => (
                <Tag key={label}>{label}</Tag>
              ))}
              {missing ? (
                <span className="flex w-full items-start gap-1.5 text-xs text-text-2">
                  <span className="mt-0.5 flex">
                    <Icon name="lock" size={12} />
                  </span>
                  {t.cannotGive(missing)}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {error ? (
        <p className="ui-field-error mt-2" role="alert">
          <Icon name="alert" size={14} />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  );
}
