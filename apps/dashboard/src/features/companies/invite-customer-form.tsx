import { InviteCustomerInput } from '@sallyport/contracts/staff';
import { AreaField, DateField, FieldError, TextField, useForm } from '@sallyport/forms';
import { Checkbox, FormError, Icon, Notice, SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view.tsx';
import { dayFromToday, endOfDay } from '../../lib/days.ts';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.companies.invite;
const BLANK = { displayName: '', email: '', title: '', groupIds: [] as string[], reason: '', day: '' };

/** Everything about the invitation but a password: only the invited person ever chooses that. */
export function InviteCustomerForm({
  formId,
  companyId,
  onBusy,
  onInvited,
}: {
  formId: string;
  companyId: string;
  onBusy: (isBusy: boolean) => void;
  onInvited: (name: string, link: Outputs['customers']['inviteCustomer']) => Promise<unknown>;
}) {
  const groups = useQuery(trpc.customers.listCustomerGroups.queryOptions({ companyId }));
  const needsEndFor = (chosen: readonly string[]) =>
    groups.data?.rows.some(({ id, requiresAccountExpiry }) => requiresAccountExpiry && chosen.includes(id)) ??
    false;
  const form = useForm({
    schema: InviteCustomerInput,
    initial: BLANK,
    toInput: ({ day, ...values }) => ({ ...values, expiresAt: endOfDay(day) }),
    draftKey: `invite-customer.${companyId}`,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      if (input.expiresAt === null && needsEndFor(input.groupIds)) throw new FieldError('day', t.endsNeeded);
      onBusy(true);
      try {
        await onInvited(
          input.displayName,
          await client.customers.inviteCustomer.mutate({ companyId, ...input }),
        );
      } finally {
        onBusy(false);
      }
    },
  });
  const { groupIds } = form.values;
  const needsEnd = needsEndFor(groupIds);
  const endError = form.errors['expiresAt'];
  return (
    <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
      <Notice icon="key">{t.noPassword}</Notice>
      {form.failure ? <FormError title={form.failure} /> : null}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField form={form} name="displayName" label={t.name} autoComplete="off" autoFocus />
        <TextField form={form} name="title" label={t.jobTitle} optional autoComplete="off" />
        <TextField
          form={form}
          name="email"
          label={t.email}
          help={t.emailHelp}
          type="email"
          autoComplete="off"
        />
        <DateField
          form={endError ? { ...form, errors: { ...form.errors, day: endError } } : form}
          name="day"
          label={t.ends}
          help={needsEnd ? t.endsRequired : t.endsHelp}
          min={dayFromToday(1)}
          optional={!needsEnd}
        />
      </div>
      <QueryView query={groups} skeleton={<SkeletonShape shape="list" rows={4} />}>
        {({ rows }) => (
          <GroupChoice
            groups={rows}
            chosen={groupIds}
            onChange={(ids) => form.set('groupIds', ids)}
            error={form.errors['groupIds']}
          />
        )}
      </QueryView>
      <AreaField form={form} name="reason" label={t.reason} help={t.reasonHelp} />
    </form>
  );
}

/** Customer groups with what they are for, which is what decides. */
function GroupChoice({
  groups,
  chosen,
  onChange,
  error,
}: {
  groups: Outputs['customers']['listCustomerGroups']['rows'];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="ui-label mb-1.5">{t.groups}</legend>
      {groups.length === 0 ? <p className="text-xs text-text-3">{t.groupsEmpty}</p> : null}
      <ul className="ui-card divide-y divide-border-soft empty:hidden">
        {groups.map((group) => (
          <li key={group.id} className="px-3.5 py-2">
            <Checkbox
              checked={chosen.includes(group.id)}
              aria-invalid={error ? true : undefined}
              onChange={(isOn) =>
                onChange(isOn ? [...chosen, group.id] : chosen.filter((one) => one !== group.id))
              }
              label={group.name}
              description={group.purpose}
            />
          </li>
        ))}
      </ul>
      {error ? (
        <p className="ui-field-error mt-1.5" role="alert">
          <Icon name="alert" size={14} />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  );
}
