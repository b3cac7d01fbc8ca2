import { PERMISSION_REGISTRY, PERMISSIONS, type StaffGrant } from '@sallyport/contracts/staff';
import { Icon, PermissionList, PermissionRow } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.tokens.form;
type Key = StaffGrant['permission'];

/** What a token may do: permissions that one holds without an end date, no further than one reaches oneself. */
export function ScopeChoice({
  grantable,
  scopes,
  error,
  onChange,
}: {
  grantable: readonly StaffGrant[];
  scopes: readonly StaffGrant[];
  error?: string | undefined;
  onChange: (scopes: StaffGrant[]) => void;
}) {
  const find = (list: readonly StaffGrant[], key: Key) => list.find(({ permission }) => permission === key);
  const others = (key: Key) => scopes.filter(({ permission }) => permission !== key);
  return (
    <div className="[&_.ui-permission-use]:hidden [&_.ui-permissions-columns>span:last-child]:hidden">
      <PermissionList
        title={t.permissions}
        count={t.count(scopes.length, PERMISSIONS.length)}
        reachHeader={t.reach}
        useHeader=""
      >
        {PERMISSIONS.map((key) => {
          const { label, description } = PERMISSION_REGISTRY[key];
          const held = find(grantable, key);
          const chosen = find(scopes, key);
          return (
            <PermissionRow
              key={key}
              label={label}
              description={description}
              checked={chosen !== undefined}
              onChange={(isOn) =>
                onChange(
                  isOn && held
                    ? [...others(key), { permission: key, reach: held.reach === null ? null : 'ASSIGNED' }]
                    : others(key),
                )
              }
              reach={held?.reach === 'ALL' ? (chosen?.reach ?? undefined) : undefined}
              onReach={(reach) => onChange([...others(key), { permission: key, reach }])}
              reachText={reachTextOf(held)}
              disabledReason={held ? undefined : t.notHeld}
            />
          );
        })}
      </PermissionList>
      {error ? (
        <p className="ui-field-error mt-2" role="alert">
          <Icon name="alert" size={14} />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}

/** In place of a choice: there is none where one reaches no further oneself, or where reach means nothing. */
function reachTextOf(held: StaffGrant | undefined): string | undefined {
  if (!held || held.reach === 'ALL') return undefined;
  return held.reach === null ? t.everywhere : t.onlyAssigned;
}
